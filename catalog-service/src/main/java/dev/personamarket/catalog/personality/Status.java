package dev.personamarket.catalog.personality;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.personamarket.defaults.problems.Problem;

/** Where a personality is in its life. Only {@link #PUBLISHED} ones are seen by the public. */
public enum Status {
    DRAFT, PUBLISHED, ARCHIVED;

    /** The form in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase();
    }

    static Status of(String code) {
        return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be draft, published or archived"));
    }

    /** Those of these codes, or all if there is no code. Fails with a 400 for any other code. */
    static List<Status> named(List<String> codes) {
        return codes.isEmpty() ? List.of(values()) : codes.stream().map(Status::of).distinct().sorted().toList();
    }
}
