package dev.personamarket.gateway.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.user.DefaultOAuth2User;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import com.fasterxml.jackson.annotation.JsonProperty;

import reactor.core.publisher.Mono;

/** Who has just agreed, from Discord's {@code GET /users/@me}. */
@Component
class DiscordUsers implements ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> {

    /** What we read of Discord's user object; {@code global_name} is what others see, when it is set. */
    private record DiscordUser(String id, String username, @JsonProperty("global_name") @Nullable String globalName,
            @Nullable String avatar) {

        OAuth2User toUser() {
            var attributes = new HashMap<String, Object>();
            attributes.put("id", id);
            attributes.put("name", globalName == null || globalName.isBlank() ? username : globalName);
            if (avatar != null) {
                attributes.put("avatar", avatar);
            }
            return new DefaultOAuth2User(List.of(), Map.copyOf(attributes), "id");
        }
    }

    private final WebClient discord;
    private final DiscordSettings settings;

    DiscordUsers(WebClient discordCalls, DiscordSettings settings) {
        this.settings = settings;
        this.discord = discordCalls;
    }

    @Override
    public Mono<OAuth2User> loadUser(OAuth2UserRequest request) {
        if (!DiscordTokens.scopes(request.getAccessToken(), request.getClientRegistration().getScopes())
                .contains("identify")) {
            return Mono.error(new LoginRefused(LoginOutcome.DENIED)); // who they are is the least that we need
        }
        return discord.get().uri(settings.apiUrl() + "/users/@me")
                .headers(headers -> headers.setBearerAuth(request.getAccessToken().getTokenValue())).retrieve()
                .onStatus(HttpStatusCode::is4xxClientError, answer -> Mono.error(DiscordAway.because(answer)))
                .bodyToMono(DiscordUser.class).map(DiscordUser::toUser)
                .onErrorMap(error -> !(error instanceof AuthenticationException), DiscordAway::because);
    }
}
