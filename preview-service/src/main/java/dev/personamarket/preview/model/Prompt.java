package dev.personamarket.preview.model;

import java.util.List;

/**
 * What is sent to the model.
 *
 * @param hash of the personality's part: equal for the same published version, whatever was said since
 */
public record Prompt(List<ChatMessage> messages, String hash, Generation generation) {

    public Prompt {
        messages = List.copyOf(messages);
    }

    /** About how many tokens a model counts for it. */
    public int tokens() {
        return messages.stream().mapToInt(ChatMessage::tokens).sum();
    }
}
