package dev.personamarket.catalog.browsing;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import dev.personamarket.defaults.problems.Problem;

/**
 * By what an address names a personality.
 *
 * @param condition SQL over the listing {@code l}
 * @param value     the id or the slug: one never looks like the other
 */
record Identity(String condition, Object value) {

    static Identity of(String idOrSlug) {
        try {
            return new Identity("l.personality_id = :identity", UUID.fromString(idOrSlug));
        } catch (IllegalArgumentException noId) {
            return new Identity("l.slug = :identity", idOrSlug);
        }
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bind("identity", value);
    }

    static Problem unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                "There is no such personality in the marketplace.");
    }
}
