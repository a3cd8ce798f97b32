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
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.site.PublicUrl;
import dev.personamarket.sealing.Seal;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sign-in that has begun: for ten minutes, in a sealed cookie of the very browser that began it. It costs the server
 * nothing until it is answered, and an answer meant for another browser finds no attempt. The cookie stays for longer than
 * the attempt counts, so that who was too slow is told apart from who never began.
 */
@Component
class LoginAttempts implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final String PURPOSE = "login.v1";

    private record Attempt(String state, String verifier, String returnTo, Instant ends) {}

    private final ClientRegistration discord;
    private final DiscordSettings settings;
    private final AnsweredAttempts answered;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;
    private final boolean secure;

    LoginAttempts(ClientRegistration discord, DiscordSettings settings, AnsweredAttempts answered, Seal seal,
            JsonMapper json, Clock clock, PublicUrl site) {
        this.discord = discord;
        this.settings = settings;
        this.answered = answered;
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
            setCookie(exchange, seal.seal(PURPOSE, json.writeValueAsString(attempt)), REMEMBERED);
        });
    }

    /** Nobody asks: the answer is all that matters, and that takes the attempt away. */
    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Mono.empty();
    }

    /** Fails with {@link LoginRefused} that says why the answer does not count. */
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return LoginAnswer.in(exchange.getRequest().getQueryParams(), settings.issuer())
                .map(answer -> attempt(exchange).filter(attempt -> attempt.state().equals(answer.state()))
                        .map(attempt -> taken(attempt, exchange)).orElseGet(() -> unknown(answer)))
                .orElseGet(() -> refused(LoginOutcome.FOREIGN)).map(this::request);
    }

    private Optional<Attempt> attempt(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(cookieName()))
                .flatMap(cookie -> seal.open(PURPOSE, cookie.getValue()))
                .map(plain -> json.readValue(plain, Attempt.class));
    }

    private Mono<Attempt> taken(Attempt attempt, ServerWebExchange exchange) {
        setCookie(exchange, "", Duration.ZERO);
        return clock.instant().isBefore(attempt.ends())
                ? answered.first(attempt.state(), REMEMBERED)
                        .flatMap(first -> first ? Mono.just(attempt) : refused(LoginOutcome.USED))
                : refused(LoginOutcome.EXPIRED);
    }

    /** The attempt that goes on in this browser, if there is one, is left alone: anybody can send a browser here. */
    private Mono<Attempt> unknown(LoginAnswer answer) {
        return answered.contains(answer.state())
                .flatMap(before -> refused(before ? LoginOutcome.USED : LoginOutcome.FOREIGN));
    }

    private static Mono<Attempt> refused(LoginOutcome outcome) {
        return Mono.error(() -> new LoginRefused(outcome));
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
