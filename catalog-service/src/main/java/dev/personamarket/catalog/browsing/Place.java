package dev.personamarket.catalog.browsing;

import java.util.UUID;

import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.defaults.problems.Problem;

/**
 * The last entry of a page, after which the next begins.
 *
 * @param tier how well it matches
 * @param key  what the list is sorted by
 */
record Place(int tier, Object key, UUID id) {

    /** Fails with a 400 unless the cursor's key is {@code tier key}. */
    static Place of(String key, UUID id, Sort sort) {
        var end = key.indexOf(' ');
        try {
            return new Place(Integer.parseInt(key, 0, Math.max(0, end), 10), sort.parse(key.substring(end + 1)), id);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    static Problem invalid() {
        return Problem.invalid("cursor", Cursor.RULE);
    }
}
