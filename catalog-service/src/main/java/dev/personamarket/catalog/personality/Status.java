package dev.personamarket.catalog.personality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.personamarket.defaults.problems.Problem;

/** Where a personality is in its life. Only {@link #PUBLISHED} ones are seen by the public. */
public enum Status {
    DRAFT, PUBLISHED,
    /** Out of the marketplace, with its slug kept. */
    ARCHIVED,
    /** Out of everybody's sight, with its slug given away; kept, so that it can be restored. */
    DELETED;

    /** The form in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it must be restored before anything else can be done to it. */
    boolean isGone() {
        return this == ARCHIVED || this == DELETED;
    }

    /** Why nothing can be done to what is gone. */
    Problem refusal() {
        return Problem.of(HttpStatus.CONFLICT, "personality-" + code(),
                "The personality is %s. Restore it first.".formatted(code()));
    }

    static Status of(String code) {
        return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be draft, published, archived or deleted"));
    }

    /** Those of these codes; if there is no code, all but the deleted ones. Fails with a 400 for any other code. */
    static List<Status> named(List<String> codes) {
        return codes.isEmpty()
                ? List.of(DRAFT, PUBLISHED, ARCHIVED)
                : codes.stream().map(Status::of).distinct().sorted().toList();
    }
}
