package dev.personamarket.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.sealing.Seal;

/**
 * A session's CSRF token is an HMAC of its id: nothing to store, and a cookie planted from a sibling domain does not
 * match (OWASP's signed double submit).
 */
@Component
class CsrfTokens {

    private final Seal seal;

    CsrfTokens(Seal seal) {
        this.seal = seal;
    }

    String of(String sessionId) {
        return seal.tag("csrf", sessionId);
    }

    static boolean same(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.getBytes(StandardCharsets.UTF_8));
    }
}
