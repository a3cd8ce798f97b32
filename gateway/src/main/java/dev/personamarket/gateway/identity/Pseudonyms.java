package dev.personamarket.gateway.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * What the marketplace calls a person: the first 16 bytes of HMAC-SHA256 of their Discord id under a configured secret,
 * with the version and variant bits of a UUIDv8 (RFC 9562) set over them. The same person is always the same UUID; without the secret nobody gets
 * from one to the other.
 */
@Component
public class Pseudonyms {

    private final SecretKeySpec secret;

    Pseudonyms(IdentitySettings settings) {
        secret = new SecretKeySpec(settings.secret(), "HmacSHA256");
    }

    public UUID of(String discordId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            var bytes = ByteBuffer.wrap(mac.doFinal(discordId.getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & ~(3L << 62) | 2L << 62);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
