package dev.personamarket.simulators.discord.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** PKCE, <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>; Discord enforces its 43 to 128 characters. */
final class CodeVerifier {

    private CodeVerifier() {}

    /** @throws OAuthException when the verifier is missing or does not fit */
    static void check(String challenge, @Nullable String verifier) {
        if (verifier == null) {
            throw OAuthException.invalidRequest("Missing \"code_verifier\" in request.");
        }
        if (!verifier.matches("[\\w.~-]{43,128}") || !challenge.equals(challengeOf(verifier))) {
            throw OAuthException.invalidRequest("Invalid \"code_verifier\" in request.");
        }
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
