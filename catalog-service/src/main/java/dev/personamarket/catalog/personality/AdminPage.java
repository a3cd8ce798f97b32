package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.catalog.avatar.Avatar;

/**
 * Some of the personalities that the admins look after, the last changed first.
 *
 * @param total      how many there are in all
 * @param nextCursor leads to the next page, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdminPage(List<Item> items, long total, @Nullable String nextCursor) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(UUID id, Status status, long revision, @Nullable Integer version, boolean unpublishedChanges,
            String slug, String name, String tagline, Category category, Avatar avatar, Instant createdAt,
            Instant updatedAt) {}
}
