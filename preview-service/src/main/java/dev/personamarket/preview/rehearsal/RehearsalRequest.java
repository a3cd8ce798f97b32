package dev.personamarket.preview.rehearsal;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import dev.personamarket.preview.model.Role;
import dev.personamarket.preview.persona.Persona;
import dev.personamarket.preview.persona.PromptSections;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Something to say to a personality as it is on its author's desk, with all that was said before: nothing is remembered.
 *
 * @param draft    what the catalogue would be told of the personality; the rest of that may come with it, and is not read
 * @param messages after the greeting, oldest first; ends with what is to be answered
 */
record RehearsalRequest(@NotNull @Valid Draft draft,
        @NotEmpty @Size(max = MOST_MESSAGES) List<@NotNull @Valid Message> messages) {

    /** What a user may say in a conversation, answered. */
    private static final int MOST_MESSAGES = 101;

    private static final int LONGEST_MESSAGE = 2_000;

    /** Versions count from 1. */
    private static final int UNPUBLISHED = 0;

    /** Limits are the catalogue's, where prompts and samples are limited together as well. */
    record Draft(@NotBlank @Size(max = 100) String name, @Nullable @Size(max = 100) String nickname,
            @NotBlank @Size(max = 8_000) String systemPrompt, @NotBlank @Size(max = 4_000) String greeting,
            @Nullable @Size(max = 20) List<@NotNull List<@NotNull @Valid Message>> sampleConversations,
            @Nullable PromptSections promptSections, @Nullable Generation generation) {

        @Override
        public String toString() {
            return "Draft";
        }
    }

    /** @param content 1 to 16,000 characters, and of a user's message 2,000 */
    record Message(@NotNull Role role, @NotBlank @Size(max = 16_000) String content) {

        ChatMessage forModel() {
            return new ChatMessage(role, content);
        }

        @Override
        public String toString() {
            return forModel().toString();
        }
    }

    /** Fails with a 400 unless a user says something at the end, and nobody but the two of them before. */
    void check() {
        var last = messages.getLast();
        if (last.role() != Role.USER) {
            throw Problem.invalid("messages", "must end with what a user says");
        }
        if (last.content().length() > LONGEST_MESSAGE) {
            throw Problem.invalid("messages", "must end with at most 2000 characters");
        }
        if (messages.stream().anyMatch(message -> message.role() == Role.SYSTEM)) {
            throw Problem.invalid("messages", "must be of a user and an assistant");
        }
    }

    String question() {
        return messages.getLast().content();
    }

    List<ChatMessage> said() {
        return messages.stream().map(Message::forModel).toList();
    }

    /** The personality as it would speak. Its prompt is open: who asks wrote it. */
    Persona persona(UUID id) {
        var samples = Objects.requireNonNullElse(draft.sampleConversations(), List.<List<Message>>of()).stream()
                .map(sample -> sample.stream().map(Message::forModel).toList()).toList();
        return new Persona(id, UNPUBLISHED, draft.name(), draft.systemPrompt(), draft.greeting(), samples,
                Objects.requireNonNullElse(draft.promptSections(), PromptSections.NONE),
                Objects.requireNonNullElse(draft.generation(), Generation.USUAL), true)
                .called(Objects.requireNonNullElse(draft.nickname(), draft.name()));
    }
}
