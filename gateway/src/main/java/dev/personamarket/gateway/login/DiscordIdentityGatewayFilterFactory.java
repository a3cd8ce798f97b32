package dev.personamarket.gateway.login;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.Sessions;

/**
 * {@code DiscordIdentity} on a route: its service acts on Discord in the caller's name, so it gets their Discord id and token.
 * Visitors pass without.
 */
@Component
class DiscordIdentityGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private final Sessions sessions;
    private final DiscordAccounts accounts;

    DiscordIdentityGatewayFilterFactory(Sessions sessions, DiscordAccounts accounts) {
        super(Object.class);
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public GatewayFilter apply(Object config) {
        return (exchange, chain) -> sessions.current(exchange).flatMap(person -> accounts.usable(exchange, person))
                .map(account -> with(exchange, account)).defaultIfEmpty(exchange).flatMap(chain::filter);
    }

    private static ServerWebExchange with(ServerWebExchange exchange, DiscordAccount account) {
        return exchange.mutate().request(request -> request.header("X-Discord-User-Id", account.id())
                .header("X-Discord-Access-Token", account.accessToken())).build();
    }
}
