package dev.personamarket.preview.budget;

import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import reactor.core.publisher.Mono;

/**
 * {@code preview.budget.used}: tokens that the whole site has used today, the same from each instance;
 * {@code preview.budget.limit}: tokens that a day has, infinite when there is no limit.
 */
final class BudgetMetrics implements MeterBinder {

    private final Budgets budgets;
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    BudgetMetrics(Budgets budgets, BudgetProperties limits) {
        this.budgets = budgets;
        this.limit = limits.site();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("preview.budget.used", used, AtomicLong::doubleValue).tag("scope", "site")
                .description("Tokens used since midnight UTC").baseUnit("tokens").register(registry);
        Gauge.builder("preview.budget.limit", () -> limit == 0 ? Double.POSITIVE_INFINITY : limit).tag("scope", "site")
                .description("Tokens that a day has").baseUnit("tokens").register(registry);
    }

    /** Reads the figure, for the next scrapes to report. */
    Mono<Long> read() {
        return budgets.usedBySite().doOnNext(used::set);
    }
}
