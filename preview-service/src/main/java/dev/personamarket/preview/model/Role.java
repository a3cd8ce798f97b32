package dev.personamarket.preview.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who speaks. */
public enum Role {
    /** Instructions that nobody sees. */
    SYSTEM,
    /** A person. */
    USER,
    /** The personality. */
    ASSISTANT;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
