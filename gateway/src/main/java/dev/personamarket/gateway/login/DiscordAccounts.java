package dev.personamarket.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.Sessions;
import dev.personamarket.gateway.session.SignedIn;
import reactor.core.publisher.Mono;

/** What Discord allowed us to do in somebody's name: used while it lasts, renewed, given back. */
@Component
class DiscordAccounts {

    private static final Logger log = LoggerFactory.getLogger(DiscordAccounts.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2); // nobody waits longer to sign out

    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
    private final ClientRegistration registration;
    private final DiscordSettings settings;
    private final WebClient discord;
    private final Sessions sessions;
    private final Clock clock;

    DiscordAccounts(ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes,
            ClientRegistration registration, DiscordSettings settings, WebClient discordCalls, Sessions sessions,
            Clock clock) {
        this.refreshes = refreshes;
        this.registration = registration;
        this.settings = settings;
        this.discord = discordCalls;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The account with a token that works; 401 when the person took their consent back, 503 when Discord is away. */
    Mono<DiscordAccount> usable(ServerWebExchange exchange, SignedIn person) {
        var account = person.discord();
        return account.expired(clock.instant()) ? renewed(exchange, person) : Mono.just(account);
    }

    /** Any one token revokes all of that authorization. A failure is logged: the session ends all the same. */
    Mono<Void> revoke(DiscordAccount account) {
        return discord.post().uri(settings.apiUrl() + "/oauth2/token/revoke")
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .body(BodyInserters.fromFormData("token", account.accessToken()).with("token_type_hint",
                        "access_token"))
                .retrieve().toBodilessEntity().then().timeout(GOODBYE)
                .doOnError(error -> log.warn("A token could not be revoked at Discord: {}", error.toString()))
                .onErrorComplete();
    }

    private Mono<DiscordAccount> renewed(ServerWebExchange exchange, SignedIn person) {
        var old = person.discord();
        var request = Optional.ofNullable(old.refreshToken()).map(refresh -> new OAuth2RefreshTokenGrantRequest(
                registration,
                new OAuth2AccessToken(TokenType.BEARER, old.accessToken(), Instant.EPOCH, old.expiresAt()),
                new OAuth2RefreshToken(refresh, null)));
        return Mono.justOrEmpty(request).switchIfEmpty(Mono.error(DiscordAccounts::consentGone))
                .flatMap(refreshes::getTokenResponse).map(answer -> renewed(old, answer))
                .onErrorMap(OAuth2AuthenticationException.class, _ -> discordAway())
                .onErrorMap(OAuth2AuthorizationException.class, _ -> consentGone())
                .flatMap(account -> sessions.update(exchange, person.with(account)).thenReturn(account));
    }

    private DiscordAccount renewed(DiscordAccount old, OAuth2AccessTokenResponse answer) {
        var access = answer.getAccessToken();
        var refresh = Optional.ofNullable(answer.getRefreshToken()).map(OAuth2RefreshToken::getTokenValue)
                .orElse(old.refreshToken());
        return old.renewed(access.getTokenValue(), refresh,
                Optional.ofNullable(access.getExpiresAt()).orElse(clock.instant()));
    }

    private static Problem consentGone() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "discord-consent-gone",
                "Sign in again: Discord's consent has ended.");
    }

    private static Problem discordAway() {
        return Problem.unavailable("discord-unavailable", "Discord does not answer right now.", Duration.ofSeconds(5));
    }
}
