package dev.personamarket.preview.guard;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptCompiler;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Words that mean nothing and stand in one conversation's prompt alone: 128 bits as hexadecimal digits. A canary is the
 * HMAC-SHA256 of the session's id, so that nothing is stored and all instances agree. The id alone would not do as it is
 * known to the client, who could have the model leave the canary out. Without a configured key the confidential texts are
 * the key: whoever could work out the canary then has what it protects.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
final class Canaries {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 16;

    private final String secret;

    Canaries(GuardProperties properties) {
        this.secret = properties.canarySecret();
    }

    String of(Persona persona, UUID sessionId) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(persona).getBytes(UTF_8), HMAC));
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(sessionId.toString().getBytes(UTF_8)), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    /** Never empty: the rule is in it. */
    private String key(Persona persona) {
        return secret.isEmpty() ? PromptCompiler.confidential(persona).collect(Collectors.joining("\n")) : secret;
    }
}
