package dev.personamarket.rating;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class RatingServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(RatingServiceApplication.class, arguments);
    }
}
