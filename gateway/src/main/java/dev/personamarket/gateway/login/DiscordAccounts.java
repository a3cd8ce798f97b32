package dev.personamarket.gateway.login;

import java.time.Clock;
import java.time.Duration;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.Sessions;
import dev.personamarket.gateway.session.SignedIn;
import reactor.core.publisher.Mono;

/**
 * What Discord allowed us to do in somebody's name, kept usable. A refresh token works once, so of all requests of a session, on
 * all gateways, one renews the tokens and the others wait for what it stores.
 */
@Component
class DiscordAccounts {

    private static final String NEEDED = "guilds";
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Somebody who died while renewing is waited for, not more. */
    private static final Duration PATIENCE = Sessions.LEASE.plusSeconds(1);

    private final DiscordTokens tokens;
    private final Sessions sessions;
    private final Clock clock;

    DiscordAccounts(DiscordTokens tokens, Sessions sessions, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account with a token that works; 401 when only a new consent helps, 503 when Discord is away. */
    Mono<DiscordAccount> usable(ServerWebExchange exchange, SignedIn person) {
        if (!person.discord().allows(NEEDED)) {
            return Mono.error(DiscordProblems.signInNeeded("You have not let us see your servers."));
        }
        return lasts(person.discord()) ? Mono.just(person.discord()) : renewed(exchange);
    }

    private Mono<DiscordAccount> renewed(ServerWebExchange exchange) {
        return stored(exchange).map(SignedIn::discord)
                .flatMap(account -> isSettled(account) ? Mono.just(account) : turn(exchange))
                .repeatWhenEmpty(others -> others.delayElements(PAUSE))
                .timeout(PATIENCE, Mono.error(DiscordProblems::away)).filter(this::lasts)
                .switchIfEmpty(Mono.error(() -> DiscordProblems.signInNeeded("Discord's consent has ended.")));
    }

    /**
     * Empty when it is somebody else's turn. Once begun it goes on to its end even if the caller hangs up: a new refresh token
     * that nobody stores is lost, and the consent with it.
     */
    private Mono<DiscordAccount> turn(ServerWebExchange exchange) {
        var turn = sessions.alone(exchange, stored(exchange).flatMap(person -> renewed(exchange, person)));
        return Mono.fromFuture(turn::toFuture, true);
    }

    private Mono<DiscordAccount> renewed(ServerWebExchange exchange, SignedIn person) {
        return isSettled(person.discord())
                ? Mono.just(person.discord())
                : tokens.renewed(person.discord()).switchIfEmpty(Mono.defer(() -> afterAll(exchange)))
                        .flatMap(account -> kept(exchange, person, account));
    }

    /** Somebody slow, whose turn had run out, may have stored new tokens after all; else the old ones are spent. */
    private Mono<DiscordAccount> afterAll(ServerWebExchange exchange) {
        return stored(exchange).map(SignedIn::discord).map(account -> lasts(account) ? account : account.spent());
    }

    /** Who signed out meanwhile gave the old tokens back; the new ones follow. */
    private Mono<DiscordAccount> kept(ServerWebExchange exchange, SignedIn person, DiscordAccount account) {
        return sessions.update(exchange, person.with(account)).flatMap(kept -> kept
                ? Mono.just(account)
                : tokens.revoke(account).then(Mono.error(DiscordAccounts::sessionEnded)));
    }

    private Mono<SignedIn> stored(ServerWebExchange exchange) {
        return sessions.latest(exchange).switchIfEmpty(Mono.error(DiscordAccounts::sessionEnded));
    }

    /** Whether nothing can be done about it, or need be. */
    private boolean isSettled(DiscordAccount account) {
        return lasts(account) || account.refreshToken() == null;
    }

    private boolean lasts(DiscordAccount account) {
        return !account.expired(clock.instant());
    }

    private static Problem sessionEnded() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-needed", "Nobody is signed in here any more.");
    }
}
