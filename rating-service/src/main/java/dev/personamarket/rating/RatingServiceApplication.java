package dev.personamarket.rating;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import dev.personamarket.defaults.idempotency.IdempotentRoutes;

@SpringBootApplication
public class RatingServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(RatingServiceApplication.class, arguments);
    }

    @Bean
    static IdempotentRoutes allThatChangeSomething() {
        return IdempotentRoutes.changing("/api/marketplace/**");
    }
}
