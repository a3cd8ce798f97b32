package dev.personamarket.gateway.login;

import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** {@code GET /api/auth/discord?returnTo=/…[&prompt=none|consent]} becomes a request to Discord's authorize page. */
@Component
class LoginRequests implements ServerOAuth2AuthorizationRequestResolver {

    static final String RETURN_TO = "returnTo";
    private static final String PROMPT = "prompt";
    private static final Set<String> PROMPTS = Set.of("none", "consent");

    private final ServerOAuth2AuthorizationRequestResolver requests;

    LoginRequests(ReactiveClientRegistrationRepository registrations) {
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HttpMethod.GET.equals(request.getMethod()) && request.getPath().value().equals(LoginPaths.START)
                ? resolve(exchange, DiscordConfiguration.REGISTRATION)
                : Mono.empty();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String registration) {
        return requests.resolve(exchange, registration).map(request -> withWishes(request, exchange));
    }

    private static OAuth2AuthorizationRequest withWishes(OAuth2AuthorizationRequest request,
            ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        var wishes = OAuth2AuthorizationRequest.from(request).attributes(
                attributes -> attributes.put(RETURN_TO, ReturnTo.safe(query.getFirst(RETURN_TO))));
        var prompt = query.getFirst(PROMPT);
        if (prompt != null && PROMPTS.contains(prompt)) {
            wishes.additionalParameters(parameters -> parameters.put(PROMPT, prompt));
        }
        return wishes.build();
    }
}
