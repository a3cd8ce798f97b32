package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a personality says, be it its draft or a version, for features that take it elsewhere.
 *
 * @param version of the newest version, if there is one; of this one, if it is a version
 */
public record Draft(UUID id, Content content, @Nullable Integer version, Instant createdAt, Instant updatedAt) {

    static Draft of(Personality personality) {
        return new Draft(personality.id().value(), personality.draft(), personality.version(),
                personality.createdAt(), personality.updatedAt());
    }

    static Draft of(Personality personality, Version version) {
        return new Draft(personality.id().value(), version.content(), version.version(), personality.createdAt(),
                version.publishedAt());
    }

    /** The hash of what it says. */
    public String contentHash() {
        return content.hash();
    }
}
