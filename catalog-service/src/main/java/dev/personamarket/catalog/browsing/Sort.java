package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

import dev.personamarket.defaults.problems.Problem;

/** By what the list is sorted; the id decides between equals. Each has the indexes that serve it. */
enum Sort {
    /** What matches a search best; of what matches alike, what most use. */
    RELEVANCE("standing", "popularity", "DESC", Double::valueOf),
    /** What most use, lately above all. */
    POPULAR("standing", "popularity", "DESC", Double::valueOf),
    /** What was first published last. */
    NEWEST("listing", "published_at", "DESC", Instant::parse),
    /** By a mean that few votes move little. */
    RATING("standing", "rating_score", "DESC", Double::valueOf),
    /** By the alphabet, accents and case aside. */
    NAME("listing", "name_key", "ASC", key -> key);

    /** As in {@code Instant}, to the microsecond: nothing of the key may be lost on its way through a cursor. */
    private static final String TIME = "to_char(page.key AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private final String table;
    private final String column;
    private final String direction;
    private final Function<String, Object> parser;

    Sort(String table, String column, String direction, Function<String, Object> parser) {
        this.table = table;
        this.column = column;
        this.direction = direction;
        this.parser = parser;
    }

    /** The sort of this name, or for an empty one the usual. Fails with a 400 if there is none. */
    static Sort named(String name, boolean searching) {
        var wanted = name.isEmpty() ? searching ? RELEVANCE : POPULAR : found(name);
        return wanted == RELEVANCE && !searching ? POPULAR : wanted;
    }

    private static Sort found(String name) {
        return Arrays.stream(values()).filter(sort -> sort.code().equals(name)).findFirst().orElseThrow(
                () -> Problem.invalid("sort", "must be relevance, popular, newest, rating or name"));
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the key is: with the id in an index of this table, over all and over each category. */
    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The {@code key} as text, for cursors. */
    String text() {
        return this == NEWEST ? TIME : "page.key::text";
    }

    String order(String key, String id) {
        return "%s %s, %s %s".formatted(key, direction, id, direction);
    }

    /** The condition for what comes after {@code :key} and {@code :id}. */
    String after(String key, String id) {
        return "(%s, %s) %s (:key, :id)".formatted(key, id, direction.equals("ASC") ? ">" : "<");
    }

    /** The key of a cursor as the type of its column. */
    Object parse(String key) {
        try {
            return parser.apply(key);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw Place.invalid();
        }
    }
}
