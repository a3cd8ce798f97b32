package dev.personamarket.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a person is called by here: the first 16 bytes of HMAC-SHA256 of their id elsewhere under a configured secret,
 * with the version and variant bits of a UUIDv8 (RFC 9562) set over them. The same person is always the same UUID; without the secret nobody gets
 * from one to the other.
 */
public final class Pseudonyms {

    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    /**
     * @param base64Secret of at least 32 bytes
     * @throws IllegalArgumentException when it is shorter, or no base64
     */
    public Pseudonyms(String base64Secret) {
        var bytes = Base64.getDecoder().decode(base64Secret.strip());
        if (bytes.length < SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "IDENTITY_PSEUDONYM_SECRET must be the base64 of at least 32 random bytes (openssl rand -base64 32)");
        }
        secret = new SecretKeySpec(bytes, "HmacSHA256");
    }

    public UUID of(String id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            var bytes = ByteBuffer.wrap(mac.doFinal(id.getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & ~(3L << 62) | 2L << 62);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
