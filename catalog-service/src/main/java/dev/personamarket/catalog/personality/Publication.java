package dev.personamarket.catalog.personality;

import java.time.Instant;

/**
 * A version: immutable, and the one that is served as long as there is no later one.
 *
 * @param version     counted from 1 without gaps
 * @param contentHash of {@link Content#hash()}
 */
record Publication(int version, String contentHash, Content content, Instant publishedAt) {

    static Publication first(Content content, Instant now) {
        return new Publication(1, content.hash(), content, now);
    }

    Publication next(Content content, Instant now) {
        return new Publication(version + 1, content.hash(), content, now);
    }
}
