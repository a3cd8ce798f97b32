package dev.personamarket.deployment.discord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A user's Discord token. It is used and forgotten: never stored, never logged, never part of a key. */
public record AccessToken(String value) {

    /** The header in which the gateway hands it over, on the routes that need it. */
    public static final String HEADER = "X-Discord-Access-Token";

    public static Optional<AccessToken> of(@Nullable String header) {
        return Optional.ofNullable(header).filter(value -> !value.isBlank()).map(AccessToken::new);
    }

    /** Tells tokens apart without being one. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
