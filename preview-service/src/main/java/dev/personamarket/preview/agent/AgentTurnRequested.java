package dev.personamarket.preview.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.personamarket.defaults.listening.IncomingEvent;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Role;

/** Somebody asked a deployed personality something. */
@IncomingEvent("marketplace.AgentTurnRequested.v1")
record AgentTurnRequested(UUID conversationId, UUID turnId, UUID personalityId, int personalityVersion,
        String serverId, UUID askedBy, String message, List<Line> history, Instant answerBy) {

    /** Something that was said before. */
    record Line(Role role, String text) {

        @Override
        public String toString() {
            return "%s, %d characters".formatted(role.label(), text.length());
        }
    }

    /** All that was said, oldest first; ends with the question. */
    List<ChatMessage> said() {
        return Stream.concat(history.stream().map(line -> new ChatMessage(line.role(), line.text())),
                Stream.of(ChatMessage.user(message))).toList();
    }

    @Override
    public String toString() {
        return "AgentTurnRequested, turn " + turnId;
    }
}
