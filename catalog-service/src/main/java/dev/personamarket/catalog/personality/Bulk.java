package dev.personamarket.catalog.personality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** The same done to many personalities. */
final class Bulk {

    private static final int MOST = 100;

    enum Deed {
        PUBLISH, ARCHIVE, RESTORE, DELETE
    }

    private Bulk() {}

    /**
     * @param action {@code publish}, {@code archive}, {@code restore} or {@code delete}
     * @param items  1 to 100, together with the ids
     * @param ids    the short form for items that nothing else is said of
     */
    record Request(@Nullable String action, @Nullable List<@Nullable Item> items,
            @Nullable List<@Nullable String> ids) {

        /** Fails with a 400 if there is no such action. */
        Deed deed() {
            for (var deed : Deed.values()) {
                if (deed.name().toLowerCase(Locale.ROOT).equals(action)) {
                    return deed;
                }
            }
            throw Problem.invalid("action", "must be publish, archive, restore or delete");
        }

        /** Fails with a 400 if there is none, or if there are too many. */
        List<Item> all() {
            var all = new ArrayList<Item>();
            if (items != null) {
                items.forEach(item -> all.add(item == null ? new Item("", null) : item));
            }
            if (ids != null) {
                ids.forEach(id -> all.add(new Item(id, null)));
            }
            if (all.isEmpty() || all.size() > MOST) {
                throw Problem.invalid("items", "must have 1 to %d elements, not %d".formatted(MOST, all.size()));
            }
            return all;
        }
    }

    /** @param ifMatch the ETag of the personality as it was read; without it, whatever it is now is meant */
    @Schema(name = "BulkItem")
    record Item(@Nullable String id, @Nullable String ifMatch) {

        String name() {
            return Objects.requireNonNullElse(id, "");
        }
    }

    /** In the order of the request. */
    @Schema(name = "BulkAnswer")
    record Answer(List<Result> items, long succeeded, long failed) {

        static Answer of(List<Result> results) {
            var succeeded = results.stream().filter(result -> result.problem() == null).count();
            return new Answer(results, succeeded, results.size() - succeeded);
        }
    }

    /**
     * What became of an item.
     *
     * @param id      as it was sent
     * @param status  what a request for it alone would have been answered with
     * @param etag    of the personality as it is now
     * @param state   where it is in its life now
     * @param problem why nothing was done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BulkResult")
    record Result(String id, int status, @Nullable String etag, @Nullable Status state, @Nullable Fault problem) {}

    /** The members of an RFC 9457 problem. */
    record Fault(String type, String title, int status, String detail) {}
}
