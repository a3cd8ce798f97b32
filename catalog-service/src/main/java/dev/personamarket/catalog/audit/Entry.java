package dev.personamarket.catalog.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A change that somebody made, of a personality or of a category.
 *
 * @param actorId    nobody's, where no person did it
 * @param actorName  as it was then
 * @param category   the slug that it had before
 */
public record Entry(Instant at, @Nullable UUID actorId, String actorName, Action action, @Nullable UUID personalityId,
        @Nullable String category, List<Difference> changes) {}
