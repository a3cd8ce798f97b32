package dev.personamarket.simulators.discord.oauth;

import java.util.Optional;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.application.Application;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns the {@code Authorization} header into the {@link Caller} that a controller asks for. */
@Component
class CallerResolver implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    private final Grants grants;

    CallerResolver(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context,
            ServerWebExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .orElse("");
        return Mono.justOrEmpty(caller(header)).filter(parameter.getParameterType()::isInstance).cast(Object.class)
                .switchIfEmpty(Mono.error(() -> DiscordException.plain(HttpStatus.UNAUTHORIZED)));
    }

    private Optional<Caller> caller(String header) {
        if (header.startsWith("Bot ")) {
            return header.substring(4).equals(Application.BOT_TOKEN)
                    ? Optional.of(new Caller.Bot())
                    : Optional.empty();
        }
        return Optional.of(header).filter(value -> value.startsWith("Bearer "))
                .flatMap(value -> grants.findAccessToken(value.substring(7)))
                .map(token -> new Caller.Bearer(token.grant(), token.expiresAt()));
    }
}
