package dev.personamarket.defaults.problems;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses the NUL character, which PostgreSQL cannot store, before it gets anywhere: in addresses and in JSON. */
final class TextGuard implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var uri = exchange.getRequest().getURI().getRawSchemeSpecificPart();
        return uri.contains("%00")
                ? Mono.error(
                        Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The address contains a NUL character."))
                : chain.filter(exchange);
    }

    static SimpleModule jacksonModule() {
        return new SimpleModule("text-guard").addDeserializer(String.class, new NulRefusingDeserializer());
    }

    private static final class NulRefusingDeserializer extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text != null && text.indexOf(0) >= 0) {
                return (String) context.handleWeirdStringValue(String.class, text, "contains a NUL character");
            }
            return text;
        }
    }
}
