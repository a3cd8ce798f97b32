package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.catalog.avatar.Avatar;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Some of the personalities that the admins look after.
 *
 * @param total      how many there are in all
 * @param nextCursor leads to the next page, if there is one
 * @param facets     how many there were with another choice of statuses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdminPage(List<Item> items, long total, @Nullable String nextCursor, Facets facets) {

    /** @param unpublishedChanges whether publishing would make a new version */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AdminRow")
    record Item(UUID id, Status status, long revision, @Nullable Integer version, boolean unpublishedChanges,
            String slug, String name, String tagline, Category category, Avatar avatar, @Nullable UUID creatorId,
            Instant createdAt, Instant updatedAt) {}

    /** @param statuses every one, those that none is in too */
    @Schema(name = "AdminFacets")
    record Facets(List<StatusCount> statuses) {}

    record StatusCount(Status status, long count) {}
}
