package dev.personamarket.catalog.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Some of the changes, the newest first.
 *
 * @param nextCursor leads to the next page, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditPage(List<Item> items, @Nullable String nextCursor) {

    /** @param category the slug that it had before, where it is a category that was changed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditEntry")
    record Item(UUID id, Instant at, By actor, Action action, @Nullable UUID personalityId, @Nullable String category,
            List<Difference> changes) {}

    /** @param id absent where no person did it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record By(@Nullable UUID id, String name) {}
}
