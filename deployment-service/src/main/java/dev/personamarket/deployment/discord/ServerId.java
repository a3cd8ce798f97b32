package dev.personamarket.deployment.discord;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The snowflake of a Discord server (a "guild" to Discord), in decimal digits since it exceeds 53 bits. */
public record ServerId(@JsonValue String value) {

    /** 17 to 20 digits, as contracts and database want it; the oldest servers of Discord have 17. */
    public static final String PATTERN = "[0-9]{17,20}";

    @JsonCreator
    public ServerId {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("No snowflake: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
