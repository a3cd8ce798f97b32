package dev.personamarket.defaults.identity;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class VerifiedTokensTests {

    private static final Instant EXPIRY = Instant.parse("2026-11-23T12:01:00Z");

    private final AtomicInteger verifications = new AtomicInteger();
    private Instant now = EXPIRY.minusSeconds(60);
    private final ReactiveJwtDecoder tokens = new VerifiedTokens(this::verify, () -> now);

    @Test
    void aTokenIsVerifiedOnce() {
        assertThat(tokens.decode("ada").block()).isSameAs(tokens.decode("ada").block());
        assertThat(verifications).hasValue(1);
    }

    @Test
    void eachTokenIsVerifiedForItself() {
        assertThat(tokens.decode("ada").map(Jwt::getTokenValue).block()).isEqualTo("ada");
        assertThat(tokens.decode("mia").map(Jwt::getTokenValue).block()).isEqualTo("mia");
    }

    @Test
    void aTokenThatHasRunOutIsAskedAboutAgain() {
        tokens.decode("ada").block();
        now = EXPIRY;

        StepVerifier.create(tokens.decode("ada")).verifyError(BadJwtException.class);
    }

    @Test
    void aTokenThatWasRefusedIsNotRemembered() {
        now = EXPIRY;
        StepVerifier.create(tokens.decode("ada")).verifyError(BadJwtException.class);
        StepVerifier.create(tokens.decode("ada")).verifyError(BadJwtException.class);
        assertThat(verifications).hasValue(2);
    }

    private Mono<Jwt> verify(String token) {
        verifications.incrementAndGet();
        return now.isBefore(EXPIRY)
                ? Mono.just(Jwt.withTokenValue(token).header("alg", "ES256").expiresAt(EXPIRY).build())
                : Mono.error(new BadJwtException("expired"));
    }
}
