package dev.personamarket.gateway.limits;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** The gateway's own addresses are no routes; sign-in is counted by address, as nobody is anybody yet. */
@Component
@Order(-110) // before Spring Security answers
class SignInLimits implements WebFilter {

    private static final String OWN = "/api/auth/";
    private static final String SIGN_IN = "/api/auth/discord";

    private final Limits limits;
    private final Callers callers;
    private final Policy signIn;
    private final Policy account;

    SignInLimits(Limits limits, Callers callers) {
        this.limits = limits;
        this.callers = callers;
        this.signIn = limits.policy("login");
        this.account = limits.policy("browse");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (!path.startsWith(OWN)) {
            return chain.filter(exchange);
        }
        var passed = path.startsWith(SIGN_IN)
                ? limits.pass(exchange, signIn, callers.address(exchange))
                : callers.of(exchange).flatMap(caller -> limits.pass(exchange, account, caller));
        return passed.then(Mono.defer(() -> chain.filter(exchange)));
    }
}
