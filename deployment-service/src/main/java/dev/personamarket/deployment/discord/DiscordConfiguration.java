package dev.personamarket.deployment.discord;

import java.time.Duration;
import java.time.Instant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.common.circuitbreaker.configuration.CircuitBreakerConfigCustomizer;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DiscordConfiguration {

    /** 200 servers with all their features are more than the usual 256 KiB. */
    private static final int ANSWER_LIMIT = 2 * 1024 * 1024;
    private static final int CONNECTIONS = 50;

    @Bean
    DiscordCalls discordCalls(WebClient.Builder builder, JsonMapper json, CircuitBreakerRegistry breakers,
            Redis redis, DiscordProperties properties) {
        var shared = new SharedLimits(redis.connection(), breakers.circuitBreaker("redis"));
        var web = builder.baseUrl(properties.apiUrl().toString())
                .clientConnector(new ReactorClientHttpConnector(http(properties)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_LIMIT))
                .defaultHeader(HttpHeaders.USER_AGENT, properties.userAgent())
                .build();
        return new DiscordCalls(web, json, new DiscordLimits(shared, Instant::now), breakers, properties);
    }

    private static HttpClient http(DiscordProperties properties) {
        var connections = ConnectionProvider.builder("discord").maxConnections(CONNECTIONS)
                .pendingAcquireTimeout(properties.connectTimeout()).maxIdleTime(Duration.ofSeconds(30)).build();
        return HttpClient.create(connections).compress(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis());
    }

    @Bean
    CircuitBreakerConfigCustomizer userBreaker() {
        return CircuitBreakerConfigCustomizer.of("discord-user", breaker -> breaker.recordException(
                error -> is(error, DiscordFailure.Kind.UNAVAILABLE)));
    }

    @Bean
    CircuitBreakerConfigCustomizer interactionBreaker() {
        return CircuitBreakerConfigCustomizer.of("discord-interactions", breaker -> breaker.recordException(
                error -> is(error, DiscordFailure.Kind.UNAVAILABLE)));
    }

    /** Ten thousand refusals in ten minutes lead to a ban, so a bad bot token rests as well. */
    @Bean
    CircuitBreakerConfigCustomizer botBreaker() {
        return CircuitBreakerConfigCustomizer.of("discord-bot", breaker -> breaker.recordException(
                error -> is(error, DiscordFailure.Kind.UNAVAILABLE) || is(error, DiscordFailure.Kind.UNAUTHORIZED)));
    }

    private static boolean is(Throwable error, DiscordFailure.Kind kind) {
        return error instanceof DiscordFailure failure && failure.kind() == kind;
    }
}
