package dev.personamarket.defaults.problems;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

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

    /** A number where a text belongs is a mistake; Jackson would make a text of it, of a long id perhaps a wrong one. */
    @Bean
    JsonMapperBuilderCustomizer textIsText() {
        return json -> json.withCoercionConfig(LogicalType.Textual,
                text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    JacksonModule textGuardModule() {
        return TextGuard.jacksonModule();
    }
}
