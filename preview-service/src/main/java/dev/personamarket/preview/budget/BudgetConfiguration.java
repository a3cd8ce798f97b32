package dev.personamarket.preview.budget;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;

@Configuration(proxyBeanMethods = false)
class BudgetConfiguration {

    @Bean
    BudgetMetrics budgetMetrics(Budgets budgets, BudgetProperties limits) {
        return new BudgetMetrics(budgets, limits);
    }

    @Bean
    Periodically budgetMetricsReading(BudgetMetrics metrics) {
        return Periodically.every(Duration.ofSeconds(10), "Reading the site's budget", metrics::read);
    }

    @Bean
    Periodically budgetKeeping(Budgets budgets) {
        return Periodically.every(Duration.ofMinutes(1), "Giving back what no answer took",
                () -> budgets.giveBack().then(budgets.forget()));
    }
}
