package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.Sha256;
import dev.personamarket.preview.budget.Scope;

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
        return new Owner("visitor:" + Sha256.of(secret), null);
    }

    /** Whose own budget pays for the answers. */
    Scope budget() {
        return userId == null ? Scope.visitor(key) : Scope.user(userId);
    }

    boolean isUser() {
        return userId != null;
    }
}
