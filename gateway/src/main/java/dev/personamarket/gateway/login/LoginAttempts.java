package dev.personamarket.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.site.PublicUrl;
import dev.personamarket.sealing.Seal;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sign-in that has begun, kept for ten minutes in a sealed cookie of the very browser that began it. It costs the server
 * nothing until somebody has really signed in, and an answer meant for another browser finds no attempt.
 */
@Component
class LoginAttempts implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String PURPOSE = "login.v1";
    private static final String ISSUER = "iss";

    private record Attempt(String state, String verifier, String returnTo, Instant ends) {}

    private final ClientRegistration discord;
    private final DiscordSettings settings;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean secure;

    LoginAttempts(ClientRegistration discord, DiscordSettings settings, Seal seal, JsonMapper json, Clock clock,
            PublicUrl site) {
        this.discord = discord;
        this.settings = settings;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.secure = site.secure();
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> {
            String verifier = request.getAttribute(PkceParameterNames.CODE_VERIFIER);
            String returnTo = request.getAttribute(LoginRequests.RETURN_TO);
            var attempt = new Attempt(String.valueOf(request.getState()), String.valueOf(verifier),
                    String.valueOf(returnTo), clock.instant().plus(LIFE));
            setCookie(exchange, seal.seal(PURPOSE, json.writeValueAsString(attempt)), LIFE);
        });
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.justOrEmpty(attempt(exchange).map(this::request));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return loadAuthorizationRequest(exchange).doFirst(() -> setCookie(exchange, "", Duration.ZERO));
    }

    private Optional<Attempt> attempt(ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(cookieName()))
                .flatMap(cookie -> seal.open(PURPOSE, cookie.getValue()))
                .map(plain -> json.readValue(plain, Attempt.class))
                .filter(attempt -> clock.instant().isBefore(attempt.ends()))
                .filter(attempt -> attempt.state().equals(query.getFirst(OAuth2ParameterNames.STATE)))
                .filter(_ -> isAnswer(query));
    }

    /** With a code or an error, and from the issuer that we asked, if it says who it is (RFC 9207). */
    private boolean isAnswer(MultiValueMap<String, String> query) {
        return (query.containsKey(OAuth2ParameterNames.CODE) || query.containsKey(OAuth2ParameterNames.ERROR))
                && (!query.containsKey(ISSUER) || settings.issuer().equals(query.getFirst(ISSUER)));
    }

    private OAuth2AuthorizationRequest request(Attempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode().clientId(discord.getClientId())
                .authorizationUri(settings.authorizeUrl().toString())
                .redirectUri(discord.getRedirectUri()).scopes(discord.getScopes()).state(attempt.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, discord.getRegistrationId());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                    attributes.put(LoginRequests.RETURN_TO, attempt.returnTo());
                }).build();
    }

    private void setCookie(ServerWebExchange exchange, String value, Duration age) {
        exchange.getResponse().addCookie(ResponseCookie.from(cookieName(), value).path("/").httpOnly(true)
                .secure(secure).sameSite("Lax").maxAge(age).build());
    }

    private String cookieName() {
        return secure ? "__Host-login" : "login";
    }
}
