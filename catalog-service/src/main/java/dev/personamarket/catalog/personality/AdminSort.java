package dev.personamarket.catalog.personality;

import java.util.Arrays;
import java.util.Locale;

import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.defaults.problems.Problem;

/** By what the admins' list is sorted; the id decides between equals. Each has the index that serves it. */
enum AdminSort {
    /** The last changed first. */
    UPDATED("updated_at", "DESC"),
    /** The youngest first. */
    CREATED("created_at", "DESC"),
    /** By the alphabet, accents and case aside. */
    NAME("name_key", "ASC"),
    /** Archived, deleted, draft, published. */
    STATUS("status", "ASC");

    private final String column;
    private final String direction;

    AdminSort(String column, String direction) {
        this.column = column;
        this.direction = direction;
    }

    /** Fails with a 400 if there is none of this name. */
    static AdminSort named(String name) {
        return Arrays.stream(values()).filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> Problem.invalid("sort", "must be updated, created, name or status"));
    }

    String order() {
        return "p.%s %s, p.id %s".formatted(column, direction, direction);
    }

    /** The condition for what comes after {@code :key} and {@code :id}. */
    String after() {
        return "(p.%s, p.id) %s (:key, :id)".formatted(column, direction.equals("ASC") ? ">" : "<");
    }

    /** The key of a cursor as the type of its column. */
    Object key(Cursor cursor) {
        return isTime() ? cursor.time() : cursor.key();
    }

    /** The key of an entry, for cursors. */
    String key(AdminPage.Item item, String nameKey) {
        return switch (this) {
            case UPDATED -> item.updatedAt().toString();
            case CREATED -> item.createdAt().toString();
            case NAME -> nameKey;
            case STATUS -> item.status().code();
        };
    }

    private boolean isTime() {
        return this == UPDATED || this == CREATED;
    }
}
