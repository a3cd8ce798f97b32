package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Some of the versions of a personality, the newest first.
 *
 * @param nextCursor leads to the next page, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionPage(List<Item> items, @Nullable String nextCursor) {

    /** A version without what it says. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VersionItem")
    record Item(int version, String contentHash, Instant publishedAt, @Nullable Actor publisher,
            List<String> changed) {

        static Item of(Version version) {
            return new Item(version.version(), version.contentHash(), version.publishedAt(), version.publisher(),
                    version.changed());
        }
    }
}
