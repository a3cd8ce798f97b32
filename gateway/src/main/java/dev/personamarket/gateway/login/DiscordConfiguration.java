package dev.personamarket.gateway.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.gateway.site.PublicUrl;

/** Discord as an OAuth 2 provider. Spring Security knows no entry for it, and would call it under a name of its own. */
@Configuration(proxyBeanMethods = false)
class DiscordConfiguration {

    static final String REGISTRATION = "discord";

    /** {@code state} and PKCE with S256 come with Spring Security's defaults. */
    @Bean
    ClientRegistration discord(DiscordSettings settings, PublicUrl site) {
        return ClientRegistration.withRegistrationId(REGISTRATION).clientId(settings.clientId())
                .clientSecret(settings.clientSecret()).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(site.resolve(LoginPaths.CALLBACK)).scope("identify", "guilds")
                .authorizationUri(settings.authorizeUrl().toString()).tokenUri(settings.apiUrl() + "/oauth2/token")
                .userInfoUri(settings.apiUrl() + "/users/@me").userNameAttributeName("id").build();
    }

    @Bean
    InMemoryReactiveClientRegistrationRepository registrations(ClientRegistration discord) {
        return new InMemoryReactiveClientRegistrationRepository(discord);
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(WebClient discordCalls) {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(discordCalls);
        return client;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshes(WebClient discordCalls) {
        var client = new WebClientReactiveRefreshTokenTokenResponseClient();
        client.setWebClient(discordCalls);
        return client;
    }
}
