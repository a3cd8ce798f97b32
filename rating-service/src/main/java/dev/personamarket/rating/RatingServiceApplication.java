package dev.personamarket.rating;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import dev.personamarket.defaults.idempotency.IdempotentRoutes;
import dev.personamarket.rating.operations.Operations;

@SpringBootApplication
@ConfigurationPropertiesScan
public class RatingServiceApplication {

    /** Starts the service, or runs an operator's command. */
    public static void main(String... arguments) {
        if (Operations.areMeantBy(arguments)) {
            System.exit(Operations.run(arguments));
        }
        SpringApplication.run(RatingServiceApplication.class, arguments);
    }

    @Bean
    static IdempotentRoutes allThatChangeSomething() {
        return IdempotentRoutes.changing("/api/marketplace/**");
    }
}
