package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class AgentContractTests {

    private final UUID conversation = UUID.randomUUID();
    private final UUID turn = UUID.randomUUID();
    private final UUID personality = UUID.randomUUID();

    @Test
    void agentTurnRequestedEndsWithTheQuestion() {
        var said = Contracts.read("marketplace.AgentTurnRequested.v1", AgentTurnRequested.class).said();

        assertThat(said).hasSize(3).first().isEqualTo(ChatMessage.user("Is it lonely up there?"));
        assertThat(said.getLast()).isEqualTo(ChatMessage.user("And what do you do when the fog comes in?"));
    }

    @Test
    void whatWasSaidStaysOutOfLogs() {
        assertThat(Contracts.read("marketplace.AgentTurnRequested.v1", AgentTurnRequested.class).toString())
                .doesNotContain("fog");
    }

    @Test
    void agentTurnProgressed() {
        Contracts.assertSameShape("marketplace.AgentTurnProgressed.v1",
                new AgentTurnProgressed(conversation, turn, personality, "Fog?", 1, Instant.now()));
    }

    @Test
    void agentTurnAnswered() {
        Contracts.assertSameShape("marketplace.AgentTurnAnswered.v1", new AgentTurnAnswered(conversation, turn,
                personality, 3, "sha256:" + "0".repeat(64), "Fog?", "stop", 412, 61, 4_210, Instant.now()));
    }

    @Test
    void agentTurnFailed() {
        Contracts.assertSameShape("marketplace.AgentTurnFailed.v1",
                new AgentTurnFailed(conversation, turn, personality, "model_unavailable", 30L, Instant.now()));
    }
}
