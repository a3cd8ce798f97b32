package dev.personamarket.simulators.discord.limits;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import dev.personamarket.simulators.discord.DiscordSettings;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>: a bucket for each kind of request and
 * one global count for each bot, from which interactions and their webhooks are exempt.
 */
@Component
@Order(20)
class RateLimitFilter implements WebFilter {

    private final Buckets buckets;
    private final Rules rules;
    private final int requestsPerSecond;

    RateLimitFilter(Buckets buckets, Rules rules, DiscordSettings settings) {
        this.buckets = buckets;
        this.rules = rules;
        this.requestsPerSecond = settings.requestsPerSecond();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/api/v10/") || path.startsWith("/api/v10/oauth2/token")) {
            return chain.filter(exchange);
        }
        String token = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null && token.startsWith("Bot ") && !isInteraction(path)) {
            var global = buckets.take(token, requestsPerSecond, Duration.ofSeconds(1));
            if (!global.allowed()) {
                exchange.getResponse().getHeaders().set("X-RateLimit-Global", "true");
                return refuse(exchange, "global", global);
            }
        }
        return withinBucket(exchange, chain);
    }

    private Mono<Void> withinBucket(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var limit = rules.limitOf(request);
        var verdict = buckets.take(rules.keyOf(request), limit.requests(), limit.per());
        var headers = exchange.getResponse().getHeaders();
        headers.set("X-RateLimit-Limit", Integer.toString(verdict.limit()));
        headers.set("X-RateLimit-Remaining", Integer.toString(verdict.remaining()));
        headers.set("X-RateLimit-Reset", seconds(verdict.resetAt().toEpochMilli()));
        headers.set("X-RateLimit-Reset-After", seconds(verdict.resetAfter().toMillis()));
        headers.set("X-RateLimit-Bucket", rules.bucketOf(request));
        return verdict.allowed() ? chain.filter(exchange) : refuse(exchange, "user", verdict);
    }

    private static boolean isInteraction(String path) {
        return path.startsWith("/api/v10/interactions/") || path.startsWith("/api/v10/webhooks/");
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, String scope, Buckets.Verdict verdict) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().set("X-RateLimit-Scope", scope);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER,
                Long.toString(Math.ceilDiv(Math.max(1, verdict.resetAfter().toMillis()), 1000)));
        String body = """
                {"message":"You are being rate limited.","retry_after":%s,"global":%s,"code":0}"""
                .formatted(seconds(verdict.resetAfter().toMillis()), scope.equals("global"));
        return response.writeWith(Mono
                .fromSupplier(() -> response.bufferFactory().wrap(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
