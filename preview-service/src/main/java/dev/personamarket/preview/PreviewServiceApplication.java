package dev.personamarket.preview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class PreviewServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(PreviewServiceApplication.class, arguments);
    }
}
