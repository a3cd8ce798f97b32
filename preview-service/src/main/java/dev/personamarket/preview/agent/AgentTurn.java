package dev.personamarket.preview.agent;

import java.util.List;
import java.util.UUID;

import dev.personamarket.preview.model.ChatMessage;

/**
 * A question, as this instance took it to answer it.
 *
 * @param number how often it was taken by now; nothing that is done under an older number counts
 * @param late   whether nobody waits for the answer any more
 * @param said   in this conversation, oldest first; ends with the question
 */
record AgentTurn(UUID id, int number, UUID conversationId, UUID personalityId, int version, String serverId,
        UUID askedBy, boolean late, List<ChatMessage> said) {

    String question() {
        return said.getLast().content();
    }
}
