package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.budget.BudgetUse;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.persona.Persona;

/**
 * A message that was accepted and is to be answered.
 *
 * @param number    of the session's turns, counted from 1
 * @param position  where the message is stored
 * @param said      in this session so far, that message included
 * @param remaining messages that may still be said in this session
 */
record Turn(UUID sessionId, int number, long position, @Nullable UUID userId, Persona persona,
        List<ChatMessage> said, int remaining) {

    Turn with(List<ChatMessage> said) {
        return new Turn(sessionId, number, position, userId, persona, said, remaining);
    }

    PreviewEvent opening(@Nullable BudgetUse budget) {
        return new PreviewEvent.Session(sessionId, remaining, budget);
    }
}
