package dev.personamarket.gateway.session;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.sealing.Seal;

/**
 * A session's CSRF token is an HMAC of its id: nothing to store, and a cookie planted from a sibling domain does not
 * match (OWASP's signed double submit).
 */
@Component
class CsrfTokens {

    private static final String PURPOSE = "csrf";

    private final Seal seal;

    CsrfTokens(Seal seal) {
        this.seal = seal;
    }

    String of(String sessionId) {
        return seal.tag(PURPOSE, sessionId);
    }

    /** So that a session outlives a change of keys, a token by an older one counts too. */
    boolean fits(String sessionId, @Nullable String token) {
        return seal.isTag(PURPOSE, sessionId, token);
    }
}
