package dev.personamarket.catalog.personality;

import com.fasterxml.jackson.annotation.JsonValue;

/** What one side says in a sample conversation. */
public record Turn(Role role, String content) {

    /** Who speaks: a person, or the personality. */
    public enum Role {
        USER, ASSISTANT;

        @JsonValue
        String code() {
            return name().toLowerCase();
        }
    }
}
