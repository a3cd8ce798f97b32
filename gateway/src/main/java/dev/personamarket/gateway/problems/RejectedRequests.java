package dev.personamarket.gateway.problems;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** What Spring Security's firewall refuses (encoded slashes, {@code ..}, control characters) is a problem too. */
@Component
class RejectedRequests implements ServerExchangeRejectedHandler {

    private final ProblemWriter problems;

    RejectedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejection) {
        return problems.write(exchange, PlainProblems.of(HttpStatus.BAD_REQUEST));
    }
}
