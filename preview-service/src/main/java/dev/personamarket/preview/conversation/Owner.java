package dev.personamarket.preview.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whose a conversation is.
 *
 * @param key    what the database knows the owner by; of a visitor's secret only a hash
 * @param userId the pseudonym; absent for a visitor
 */
record Owner(String key, @Nullable UUID userId) {

    static Owner user(UUID id) {
        return new Owner("user:" + id, id);
    }

    static Owner visitor(String secret) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new Owner("visitor:" + HexFormat.of().formatHex(hash), null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    boolean isUser() {
        return userId != null;
    }
}
