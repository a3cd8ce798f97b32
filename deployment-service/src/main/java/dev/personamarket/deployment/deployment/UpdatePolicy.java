package dev.personamarket.deployment.deployment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a deployment when its personality is published anew. */
enum UpdatePolicy {
    /** It follows, within seconds. */
    AUTO,
    /** It stays as it is. */
    PINNED;

    /** The name in JSON and in the database. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static UpdatePolicy of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
