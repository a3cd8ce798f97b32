package dev.personamarket.catalog.operations;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.catalog.audit.Trail;
import dev.personamarket.catalog.personality.Intake;
import dev.personamarket.defaults.operations.CommandBeans;
import dev.personamarket.outbox.OutboxAutoConfiguration;

/** What commands are made of: the features that store, and the outbox that they store events in. */
@CommandBeans
@ImportAutoConfiguration(OutboxAutoConfiguration.class)
@ComponentScan(basePackageClasses = {Intake.class,
        Trail.class}, excludeFilters = @Filter({RestController.class,
                Configuration.class}))
@Import({Load.class, Loads.class, Republish.class})
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
