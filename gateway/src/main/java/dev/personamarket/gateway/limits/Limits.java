package dev.personamarket.gateway.limits;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import reactor.core.publisher.Mono;

/** The policies by name, and what becomes of a request under one: its headers, and 429 when there is nothing left. */
@Component
class Limits {

    // draft-ietf-httpapi-ratelimit-headers-10, section 5.1
    private static final URI QUOTA_EXCEEDED = URI
            .create("https://iana.org/assignments/http-problem-types#quota-exceeded");

    private final Buckets buckets;
    private final Map<String, Policy> policies;

    Limits(Buckets buckets, LimitsSettings settings) {
        this.buckets = buckets;
        this.policies = settings.policies().entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> Policy.of(entry.getKey(), entry.getValue(), settings.factor())));
    }

    Policy policy(@Nullable String name) {
        var policy = name == null ? null : policies.get(name);
        if (policy == null) {
            throw new IllegalArgumentException("No limit is called " + name + ", but one of " + policies.keySet());
        }
        return policy;
    }

    /** Completes when the request may go on. */
    Mono<Void> pass(ServerWebExchange exchange, Policy policy, String caller) {
        return buckets.take(policy, caller).flatMap(verdict -> {
            show(exchange, policy, verdict);
            return verdict.allowed() ? Mono.empty() : Mono.error(exceeded(policy, verdict));
        });
    }

    private static void show(ServerWebExchange exchange, Policy policy, Verdict verdict) {
        // at the end, so that they replace what a service may have written there
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
            exchange.getResponse().getHeaders().set("RateLimit-Policy", policy.header());
            exchange.getResponse().getHeaders().set("RateLimit", verdict.header(policy));
        }));
    }

    private static Problem exceeded(Policy policy, Verdict verdict) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, QUOTA_EXCEEDED, "Slow down: " + policy.quota()
                + " requests are allowed in " + policy.window().toSeconds() + " seconds.")
                .retryAfter(verdict.reset()).with("violated-policies", List.of(policy.name()));
    }
}
