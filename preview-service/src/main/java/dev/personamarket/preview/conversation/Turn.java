package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.budget.BudgetUse;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.speaking.PreviewEvent;

/**
 * A message that was accepted and is to be answered, or an answer that is to be continued.
 *
 * @param number     of the session's turns, counted from 1
 * @param position   where the answer is stored; the message that it answers stands right before it
 * @param unfinished what there is of the answer that is to be continued; absent for a new one
 * @param said       in this session so far, the message or the unfinished answer included
 * @param remaining  messages that may still be said in this session
 */
record Turn(UUID sessionId, int number, long position, @Nullable String unfinished, @Nullable UUID userId,
        Persona persona, List<ChatMessage> said, int remaining) {

    /** The first of a new conversation, which has no place yet. */
    static Turn first(UUID sessionId, Owner owner, Persona persona, String message, int remaining) {
        return new Turn(sessionId, 1, 0, null, owner.userId(), persona, List.of(ChatMessage.user(message)), remaining);
    }

    Turn at(long position) {
        return new Turn(sessionId, number, position, unfinished, userId, persona, said, remaining);
    }

    Turn with(List<ChatMessage> said) {
        return new Turn(sessionId, number, position, unfinished, userId, persona, said, remaining);
    }

    boolean continues() {
        return unfinished != null;
    }

    /** What the answer begins with before a word of it has come. */
    String beginning() {
        return Objects.requireNonNullElse(unfinished, "");
    }

    PreviewEvent opening(@Nullable BudgetUse budget) {
        return new PreviewEvent.Session(sessionId, remaining, budget);
    }
}
