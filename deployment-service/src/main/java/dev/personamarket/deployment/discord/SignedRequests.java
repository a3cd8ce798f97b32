package dev.personamarket.deployment.discord;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Tells Discord's own requests from anybody else's: Ed25519 over timestamp and body, exactly as they came.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint">Setting up an endpoint</a>
 */
@Component
public class SignedRequests {

    /** How far a request's time may be from ours; Discord names no such limit, it keeps old requests from being replayed. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SignedRequests.class);
    private static final String ALGORITHM = "Ed25519";
    /** What stands before the 32 raw bytes in a key's X.509 form (RFC 8410). */
    private static final String X509_BEGINNING = "302a300506032b6570032100";

    private final @Nullable PublicKey key;
    private final InstantSource clock;

    SignedRequests(DiscordProperties properties, InstantSource clock) {
        this.key = key(properties.publicKey());
        this.clock = clock;
    }

    /** @throws Problem 401, which is what Discord wants to see of whatever is not its own */
    public byte[] verified(HttpHeaders headers, byte @Nullable [] body) {
        var timestamp = headers.getFirst("X-Signature-Timestamp");
        var signature = headers.getFirst("X-Signature-Ed25519");
        if (body == null || timestamp == null || signature == null || !isFresh(timestamp)
                || !isSigned(timestamp, body, signature)) {
            throw Problem.of(HttpStatus.UNAUTHORIZED, "signature-invalid",
                    "This is not signed by Discord, or long ago.");
        }
        return body;
    }

    private boolean isFresh(String timestamp) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
            return age.abs().compareTo(WINDOW) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    private boolean isSigned(String timestamp, byte[] body, String signature) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(US_ASCII));
            verifier.update(body);
            return verifier.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static @Nullable PublicKey key(String hex) {
        if (hex.isBlank()) {
            LOG.warn("No DISCORD_PUBLIC_KEY: whatever Discord sends is refused");
            return null;
        }
        try {
            var encoded = HexFormat.of().parseHex(X509_BEGINNING + hex.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException("DISCORD_PUBLIC_KEY must be 64 hexadecimal digits", wrong);
        }
    }
}
