package dev.personamarket.simulators.calls;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Records every call except those that steer or watch the simulators themselves. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CallsFilter implements WebFilter {

    private final Calls calls;

    public CallsFilter(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (path.equals("/") || path.startsWith("/simulator/") || path.startsWith("/actuator")) {
            return chain.filter(exchange);
        }
        var recording = new Recording(exchange);
        calls.add(recording);
        return form(exchange).doOnNext(recording::copy)
                .then(chain.filter(exchange.mutate().request(recording).build()));
    }

    /** Forms are read past the recording: an exchange reads them from its original request. */
    private static Mono<MultiValueMap<String, String>> form(ServerWebExchange exchange) {
        return MediaType.APPLICATION_FORM_URLENCODED
                .isCompatibleWith(exchange.getRequest().getHeaders().getContentType())
                        ? exchange.getFormData().onErrorComplete()
                        : Mono.empty();
    }
}
