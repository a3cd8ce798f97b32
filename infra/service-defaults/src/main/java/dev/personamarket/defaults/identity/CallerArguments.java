package dev.personamarket.defaults.identity;

import java.util.Optional;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Gives controllers their {@link Caller}; without one, a parameter that is not optional is answered by 401. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return parameter.getParameterType() == Optional.class
                ? Caller.signedIn().map(Optional::of).defaultIfEmpty(Optional.empty()).cast(Object.class)
                : Caller.signedIn().cast(Object.class).switchIfEmpty(
                        Mono.error(() -> new InsufficientAuthenticationException("The route needs a user")));
    }
}
