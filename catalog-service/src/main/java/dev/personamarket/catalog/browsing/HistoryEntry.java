package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.List;

/**
 * A version that is or was served.
 *
 * @param changed the names of the fields that say something else than in the version before; none for the first
 */
record HistoryEntry(int version, Instant publishedAt, List<String> changed) {}
