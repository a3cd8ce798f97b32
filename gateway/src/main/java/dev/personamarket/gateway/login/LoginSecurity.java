package dev.personamarket.gateway.login;

import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * Spring Security does the OAuth 2 part and stands on the sign-in's two addresses alone. All others are open here:
 * the services decide who may do what.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class LoginSecurity {

    private static final Logger log = LoggerFactory.getLogger(LoginSecurity.class);
    private static final ServerWebExchangeMatcher CALLBACK = ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET,
            LoginPaths.CALLBACK);

    @Bean
    ReactiveAuthenticationManager discordLogins(
            ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes, DiscordUsers users) {
        return new OAuth2LoginReactiveAuthenticationManager(codes, users);
    }

    @Bean
    SecurityWebFilterChain signingIn(ServerHttpSecurity http, ReactiveAuthenticationManager discordLogins,
            LoginRequests requests, LoginAttempts attempts, SignIn signIn) {
        return http
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers(LoginPaths.START, LoginPaths.CALLBACK))
                .oauth2Login(login -> login.authenticationManager(discordLogins).authorizationRequestResolver(requests)
                        .authorizationRequestRepository(attempts).authorizedClientRepository(signIn)
                        .authenticationMatcher(CALLBACK)
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                        .authenticationSuccessHandler((filters, _) -> succeeded(filters.getExchange()))
                        .authenticationFailureHandler((filters, why) -> failed(filters.getExchange(), why)))
                .authorizeExchange(all -> all.anyExchange().permitAll()).csrf(ServerHttpSecurity.CsrfSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable).logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable).build();
    }

    private static Mono<Void> succeeded(ServerWebExchange exchange) {
        return LoginOutcome.redirect(exchange,
                Objects.requireNonNull(exchange.<String>getAttribute(LoginRequests.RETURN_TO)));
    }

    private static Mono<Void> failed(ServerWebExchange exchange, AuthenticationException why) {
        var outcome = LoginOutcome.of(why);
        if (outcome.isOurs()) {
            // the message of an OAuth2AuthenticationException may quote what Discord answered
            log.warn("Somebody could not sign in: {}", why instanceof OAuth2AuthenticationException told
                    ? told.getError().getErrorCode()
                    : why.getMessage());
        }
        return outcome.tell(exchange, why);
    }
}
