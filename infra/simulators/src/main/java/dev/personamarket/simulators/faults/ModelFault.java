package dev.personamarket.simulators.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How the model can go wrong, by the name that a header or a {@link Fault} gives. */
public enum ModelFault {
    /** 503: overloaded. */
    DOWN,
    /** Accepts the request and never answers. */
    HANG,
    /** 429 with {@code Retry-After: 1}. */
    RATE_LIMITED,
    /** 429 that does not say when to come back. */
    RATE_LIMITED_SILENT,
    /** 429 that no waiting cures: the account is empty. */
    INSUFFICIENT_QUOTA,
    /** 500. */
    SERVER_ERROR,
    /** 200 with something that is no JSON. */
    GARBAGE,
    /** The connection drops after a few words. */
    CLOSE_MID_ANSWER,
    /** An error object in place of the next words; the status was 200 already. */
    ERROR_IN_STREAM,
    /** Ends without finish reason and without {@code [DONE]}. */
    NO_DONE,
    /** The provider's own filter cuts the answer off. */
    CONTENT_FILTER,
    /** The whole answer, but it takes half a minute, however long it is. */
    SLOW,
    /** Gives its instructions away to whoever asks for them, in the form asked for, cut at odd places. */
    OBEDIENT;

    @JsonValue
    public String label() {
        return name().toLowerCase().replace('_', '-');
    }

    /** @throws IllegalArgumentException for an unknown name */
    @JsonCreator
    public static ModelFault of(String label) {
        return valueOf(label.toUpperCase().replace('-', '_'));
    }
}
