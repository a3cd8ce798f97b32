package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;

import dev.personamarket.defaults.problems.Problem;

/** By what the list is sorted; the id decides between equals. Each has the index that serves it. */
enum Sort {
    /** Where most use it. */
    POPULAR("s", "popularity", "DESC", Double::valueOf),
    /** What was first published last. */
    NEWEST("l", "published_at", "DESC", Instant::parse),
    /** By a mean that few votes move little. */
    RATING("s", "rating_score", "DESC", Double::valueOf),
    /** By the alphabet, accents and case aside. */
    NAME("l", "name_key", "ASC", key -> key);

    /** As in {@code Instant}, to the microsecond: nothing of the key may be lost on its way through a cursor. */
    private static final String TIME = "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private final String column;
    private final String id;
    private final String direction;
    private final Function<String, Object> parser;

    /** The id is taken from the table of the column: only then can one index serve both. */
    Sort(String table, String column, String direction, Function<String, Object> parser) {
        this.column = table + "." + column;
        this.id = table + ".personality_id";
        this.direction = direction;
        this.parser = parser;
    }

    /** Fails with a 400 if there is none of this name. */
    static Sort named(String name) {
        return Arrays.stream(values()).filter(sort -> sort.name().toLowerCase().equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("sort", "must be popular, newest, rating or name"));
    }

    /** The key as text, for cursors. */
    String key() {
        return this == NEWEST ? TIME.formatted(column) : column + "::text";
    }

    String order() {
        return "%s %s, %s %s".formatted(column, direction, id, direction);
    }

    /** The condition for what comes after {@code :key} and {@code :id}. */
    String after() {
        return "(%s, %s) %s (:key, :id)".formatted(column, id, direction.equals("ASC") ? ">" : "<");
    }

    /** The key of a cursor as the type of its column. */
    Object parse(String key) {
        try {
            return parser.apply(key);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw Problem.invalid("cursor", "must be the nextCursor of a page of this very list");
        }
    }
}
