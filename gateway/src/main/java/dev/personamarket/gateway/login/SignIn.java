package dev.personamarket.gateway.login;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import dev.personamarket.gateway.session.DiscordAccount;
import dev.personamarket.gateway.session.Sessions;
import dev.personamarket.gateway.session.SignedIn;
import dev.personamarket.sealing.Pseudonyms;
import reactor.core.publisher.Mono;

/**
 * The moment of signing in: Spring Security hands over the tokens that Discord gave, and a session begins under a new id.
 * This is our "authorized client repository", but of the session's one record, not of clear text.
 */
@Component
class SignIn implements ServerOAuth2AuthorizedClientRepository {

    private final Sessions sessions;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    SignIn(Sessions sessions, Pseudonyms pseudonyms, Clock clock) {
        this.sessions = sessions;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Mono<Void> saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication authentication,
            ServerWebExchange exchange) {
        var login = (OAuth2LoginAuthenticationToken) authentication;
        var request = login.getAuthorizationExchange().getAuthorizationRequest();
        exchange.getAttributes().put(LoginRequests.RETURN_TO, request.getAttribute(LoginRequests.RETURN_TO));
        return sessions.open(exchange, person(client, Objects.requireNonNull(login.getPrincipal())))
                .onErrorMap(Problem.class, _ -> new LoginRefused(LoginOutcome.UNAVAILABLE));
    }

    private SignedIn person(OAuth2AuthorizedClient client, OAuth2User user) {
        var now = clock.instant();
        OAuth2AccessToken access = client.getAccessToken();
        var account = new DiscordAccount(user.getName(), user.getAttribute("avatar"), access.getTokenValue(),
                Optional.ofNullable(client.getRefreshToken()).map(OAuth2RefreshToken::getTokenValue).orElse(null),
                DiscordTokens.scopes(access, client.getClientRegistration().getScopes()),
                Optional.ofNullable(access.getExpiresAt()).orElse(now));
        return new SignedIn(pseudonyms.of(account.id()), String.valueOf(user.<String>getAttribute("name")), account,
                now);
    }

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(String registration,
            Authentication authentication, ServerWebExchange exchange) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(String registration, Authentication authentication,
            ServerWebExchange exchange) {
        return sessions.close(exchange);
    }
}
