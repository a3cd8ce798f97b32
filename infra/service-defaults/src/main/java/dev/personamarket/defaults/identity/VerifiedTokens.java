package dev.personamarket.defaults.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import reactor.core.publisher.Mono;

/**
 * Verifies each token once: the gateway sends the same one for up to 40 s, and a P-256 signature costs more than all
 * the rest of a small request. A token is good from here for as long as it lasts, a minute at most after it was
 * verified; up to 2,000 of them are remembered.
 */
final class VerifiedTokens implements ReactiveJwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int KEPT = 2_000;

    private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LONGEST)
            .build();
    private final ReactiveJwtDecoder decoder;
    private final InstantSource clock;

    VerifiedTokens(ReactiveJwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Optional.ofNullable(verified.getIfPresent(token)).filter(this::lasts).map(Mono::just)
                .orElseGet(() -> decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt)));
    }

    private boolean lasts(Jwt token) {
        return Optional.ofNullable(token.getExpiresAt()).filter(clock.instant()::isBefore).isPresent();
    }
}
