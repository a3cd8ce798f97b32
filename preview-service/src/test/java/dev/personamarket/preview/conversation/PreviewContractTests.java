package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.Contracts;

class PreviewContractTests {

    private final UUID session = UUID.randomUUID();
    private final UUID personality = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    @Test
    void previewStarted() {
        Contracts.assertSameShape("marketplace.PreviewStarted.v1",
                new PreviewStarted(session, personality, 3, user, Instant.now()));
    }

    @Test
    void previewReplied() {
        Contracts.assertSameShape("marketplace.PreviewReplied.v1",
                new PreviewReplied(session, personality, 3, user, 412, 96, 318, 2_140, "stop", Instant.now()));
    }

    @Test
    void previewFailed() {
        Contracts.assertSameShape("marketplace.PreviewFailed.v1",
                new PreviewFailed(session, personality, 3, user, "model-timeout", 15_003, Instant.now()));
    }
}
