package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import io.r2dbc.spi.Readable;

import static dev.personamarket.defaults.database.Column.required;

/** A personality as a row and back. */
final class PersonalityRow {

    private PersonalityRow() {}

    static Personality read(Readable row) {
        return new Personality(new PersonalityId(required(row, "id", UUID.class)),
                Status.of(required(row, "status", String.class)), required(row, "revision", Long.class),
                Content.fromJson(required(row, "draft", String.class)).on(category(row, "category", "category_name")),
                publication(row), row.get("creator_id", UUID.class), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
    }

    private static @Nullable Publication publication(Readable row) {
        var version = row.get("version", Integer.class);
        return version == null
                ? null
                : new Publication(version, required(row, "content_hash", String.class),
                        Content.fromJson(required(row, "content", String.class))
                                .on(category(row, "served_category", "served_name")),
                        required(row, "published_at", Instant.class));
    }

    private static Category category(Readable row, String slug, String name) {
        return new Category(required(row, slug, String.class), required(row, name, String.class));
    }

    /** Binds any number of them, a column at a time. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, List<Personality> states) {
        return statement.bind("ids", Columns.of(states, UUID[]::new, state -> state.id().value()))
                .bind("slugs", Columns.of(states, String[]::new, state -> state.draft().slug()))
                .bind("statuses", Columns.of(states, String[]::new, state -> state.status().code()))
                .bind("revisions", Columns.of(states, Long[]::new, Personality::revision))
                .bind("versions", Columns.of(states, Integer[]::new, Personality::version))
                .bind("drafts", Columns.of(states, String[]::new, state -> state.draft().json()))
                .bind("categories", Columns.of(states, String[]::new, state -> state.draft().category().slug()))
                .bind("servedCategories", Columns.of(states, String[]::new, Personality::publishedCategory))
                .bind("unpublished", Columns.of(states, Boolean[]::new, Personality::hasUnpublishedChanges))
                .bind("names", Columns.of(states, String[]::new, state -> state.draft().name()))
                .bind("creators", Columns.of(states, UUID[]::new, Personality::creatorId))
                .bind("created", Columns.of(states, Instant[]::new, Personality::createdAt))
                .bind("updated", Columns.of(states, Instant[]::new, Personality::updatedAt));
    }
}
