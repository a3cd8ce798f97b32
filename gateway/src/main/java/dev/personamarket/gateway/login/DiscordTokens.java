package dev.personamarket.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.gateway.session.DiscordAccount;
import reactor.core.publisher.Mono;

/** An account's tokens at Discord: renewed, and given back. */
@Component
class DiscordTokens {

    private static final Logger log = LoggerFactory.getLogger(DiscordTokens.class);
    private static final Duration GOODBYE = Duration.ofSeconds(2); // nobody waits longer to sign out

    private final ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes;
    private final ClientRegistration registration;
    private final DiscordSettings settings;
    private final WebClient discord;
    private final Clock clock;

    DiscordTokens(ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes,
            ClientRegistration registration, DiscordSettings settings, WebClient discordCalls, Clock clock) {
        this.refreshes = refreshes;
        this.registration = registration;
        this.settings = settings;
        this.discord = discordCalls;
        this.clock = clock;
    }

    /**
     * The account with new tokens; the old refresh token is dead from then on. Empty when Discord's consent has ended, 503 when
     * Discord is away.
     */
    Mono<DiscordAccount> renewed(DiscordAccount account) {
        return Mono.justOrEmpty(account.refreshToken()).map(token -> request(account, token))
                .flatMap(refreshes::getTokenResponse).map(answer -> renewed(account, answer))
                .onErrorMap(DiscordAway.class, away -> DiscordProblems.away(away.retryAfter()))
                .onErrorResume(OAuth2AuthorizationException.class, DiscordTokens::refused);
    }

    /** Any one token revokes all of that authorization. A failure is logged: the session ends all the same. */
    Mono<Void> revoke(DiscordAccount account) {
        var refresh = account.refreshToken(); // it lasts, while an access token may have run out
        return discord.post().uri(settings.apiUrl() + "/oauth2/token/revoke")
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .body(BodyInserters.fromFormData("token", refresh == null ? account.accessToken() : refresh)
                        .with("token_type_hint", refresh == null ? "access_token" : "refresh_token"))
                .retrieve().toBodilessEntity().then().timeout(GOODBYE)
                .doOnError(error -> log.warn("A token could not be revoked at Discord: {}", error.toString()))
                .onErrorComplete();
    }

    private OAuth2RefreshTokenGrantRequest request(DiscordAccount account, String refreshToken) {
        return new OAuth2RefreshTokenGrantRequest(registration,
                new OAuth2AccessToken(TokenType.BEARER, account.accessToken(), null, null),
                new OAuth2RefreshToken(refreshToken, null));
    }

    private DiscordAccount renewed(DiscordAccount old, OAuth2AccessTokenResponse answer) {
        var access = answer.getAccessToken();
        var refresh = Optional.ofNullable(answer.getRefreshToken()).map(OAuth2RefreshToken::getTokenValue)
                .orElse(old.refreshToken());
        return old.renewed(access.getTokenValue(), refresh, scopes(access, old.scopes()),
                Optional.ofNullable(access.getExpiresAt()).orElse(clock.instant()));
    }

    /** An answer without scopes means all that were asked for (RFC 6749, 5.1). */
    static Set<String> scopes(OAuth2AccessToken token, Set<String> asked) {
        return Set.copyOf(token.getScopes().isEmpty() ? asked : token.getScopes());
    }

    private static Mono<DiscordAccount> refused(OAuth2AuthorizationException why) {
        var code = why.getError().getErrorCode();
        if (code.equals(OAuth2ErrorCodes.INVALID_GRANT)) {
            return Mono.empty();
        }
        log.error("Discord renews no tokens for us: {}", code);
        return Mono.error(DiscordProblems.away());
    }
}
