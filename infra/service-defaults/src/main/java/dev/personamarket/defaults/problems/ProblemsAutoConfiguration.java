package dev.personamarket.defaults.problems;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for every error, and text that can be stored. */
@AutoConfiguration(afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
public class ProblemsAutoConfiguration {

    @Bean
    ProblemHandler problemHandler(JsonMapper json) {
        return new ProblemHandler(json);
    }

    @Bean
    TextGuard textGuard() {
        return new TextGuard();
    }

    @Bean
    JacksonModule textGuardModule() {
        return TextGuard.jacksonModule();
    }
}
