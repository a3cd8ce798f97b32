package dev.personamarket.catalog;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import dev.personamarket.catalog.operations.Operations;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Catalogue", version = "1", description = "Finds personalities and looks after them."))
@ConfigurationPropertiesScan
public class CatalogApplication {

    /** Starts the service, or runs an operator's command. */
    public static void main(String... arguments) {
        if (Operations.areMeantBy(arguments)) {
            System.exit(Operations.run(arguments));
        }
        SpringApplication.run(CatalogApplication.class, arguments);
    }

    /** In milliseconds, so that a time reads the same in the database, in events and in answers. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
