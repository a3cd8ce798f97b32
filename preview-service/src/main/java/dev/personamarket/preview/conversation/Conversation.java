package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.model.Role;
import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/**
 * A conversation so far, the greeting first.
 *
 * @param personalityVersion the published version that spoke last
 * @param promptHash         what that version is made of: equal hashes speak alike
 * @param remaining          messages that may still be said
 * @param answering          whether an answer is under way; the last line is then what was said of it so far, as of a few
 *                           seconds ago, or still the message
 */
record Conversation(UUID sessionId, UUID personalityId, int personalityVersion, String promptHash, int remaining,
        boolean answering, List<Line> messages) {

    /**
     * Something that was said.
     *
     * @param finishReason how an answer ended: {@code stop}, {@code length}, {@code content_filter}, {@code stopped} when
     *                     its listener left, {@code failed} when it broke off; absent for all else
     */
    record Line(Role role, String content, Instant saidAt, @Nullable String finishReason) {

        static Line from(Readable row) {
            return new Line("user".equals(row.get(0, String.class)) ? Role.USER : Role.ASSISTANT,
                    requireNonNull(row.get(1, String.class)), requireNonNull(row.get(2, Instant.class)),
                    row.get(3, String.class));
        }

        Line underWay() {
            return new Line(role, content, saidAt, null);
        }
    }

    static Conversation from(Readable row, UUID id, IntUnaryOperator remaining) {
        var greeting = new Line(Role.ASSISTANT, requireNonNull(row.get(5, String.class)),
                requireNonNull(row.get(6, Instant.class)), null);
        return new Conversation(id, requireNonNull(row.get(0, UUID.class)), requireNonNull(row.get(1, Integer.class)),
                requireNonNull(row.get(2, String.class)),
                remaining.applyAsInt(requireNonNull(row.get(3, Integer.class))),
                Boolean.TRUE.equals(row.get(4, Boolean.class)), List.of(greeting));
    }

    Conversation with(List<Line> lines) {
        var said = new ArrayList<>(messages);
        said.addAll(lines);
        if (answering) {
            said.set(said.size() - 1, said.getLast().underWay());
        }
        return new Conversation(sessionId, personalityId, personalityVersion, promptHash, remaining, answering, said);
    }
}
