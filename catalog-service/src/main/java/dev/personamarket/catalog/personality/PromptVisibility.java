package dev.personamarket.catalog.personality;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether people may read the system prompt. */
public enum PromptVisibility {
    HIDDEN, OPEN;

    @JsonValue
    String code() {
        return name().toLowerCase();
    }
}
