package dev.personamarket.catalog.operations;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.catalog.audit.Trail;
import dev.personamarket.catalog.personality.Intake;
import dev.personamarket.defaults.database.DatabaseAutoConfiguration;
import dev.personamarket.outbox.OutboxAutoConfiguration;

/**
 * What commands are made of: the way to the database, and the features that store. Neither routes nor listeners. No
 * {@code @Configuration}, so that the service does not find it.
 */
@ImportAutoConfiguration({R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, DataR2dbcAutoConfiguration.class, DatabaseAutoConfiguration.class,
        FlywayAutoConfiguration.class, JacksonAutoConfiguration.class, OutboxAutoConfiguration.class})
@ComponentScan(basePackageClasses = {Intake.class,
        Trail.class}, excludeFilters = @Filter({RestController.class,
                Configuration.class}))
@Import({Alone.class, Load.class, Loads.class, Republish.class})
class OperatorBeans {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Republish.Manner manner() {
        return Republish.Manner.USUAL;
    }
}
