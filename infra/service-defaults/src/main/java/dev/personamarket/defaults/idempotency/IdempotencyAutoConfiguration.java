package dev.personamarket.defaults.idempotency;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.database.Migrations;
import dev.personamarket.defaults.problems.ProblemHandler;

/** Honours {@code Idempotency-Key} where an application says so by its {@link IdempotentRoutes}. */
@AutoConfiguration
@ConditionalOnBean(IdempotentRoutes.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyAutoConfiguration {

    @Bean
    FlywayConfigurationCustomizer idempotencyMigrations() {
        return Migrations.in("classpath:db/idempotency");
    }

    @Bean
    IdempotencyKeys idempotencyKeys(DatabaseClient database, IdempotencyProperties properties) {
        return new IdempotencyKeys(database, properties);
    }

    @Bean
    Periodically idempotencyCleaning(IdempotencyKeys keys) {
        return Periodically.every(Duration.ofHours(1), "Forgetting old idempotency keys", keys::forget);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(IdempotentRoutes routes, IdempotencyKeys keys,
            IdempotencyProperties properties, ProblemHandler problems,
            @Value("${spring.http.codecs.max-in-memory-size:256KB}") DataSize maxBody) {
        return new IdempotencyFilter(routes, new IdempotentRequests(keys), properties, problems, maxBody);
    }

    @Bean
    IdempotencyDocument idempotencyDocument(IdempotentRoutes routes) {
        return new IdempotencyDocument(routes);
    }
}
