package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A version in full, for admins.
 *
 * @param contentHash of the content as it was published
 * @param publisher   unknown of old versions
 * @param changed     the names of the fields that say something else than in the version before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Version(int version, String contentHash, Instant publishedAt, @Nullable Actor publisher, List<String> changed,
        Content content) {}
