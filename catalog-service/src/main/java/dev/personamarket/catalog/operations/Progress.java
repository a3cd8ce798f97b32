package dev.personamarket.catalog.operations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.Outcome;
import dev.personamarket.catalog.personality.Outcome.Taken;

/**
 * How far a file has been loaded.
 *
 * @param digest        of the file's bytes
 * @param records       that are done, in the file's order
 * @param rejectedBytes how long the file of the refused ones is
 */
record Progress(String digest, long records, long created, long revised, long unchanged, long refused,
        long rejectedBytes, @Nullable Instant finishedAt) {

    static Progress none(String digest) {
        return new Progress(digest, 0, 0, 0, 0, 0, 0, null);
    }

    /** With so many more records, some of which were refused, and the others came to these outcomes. */
    Progress plus(int more, List<Outcome> outcomes, int refusedNow, long rejectedBytesNow) {
        return new Progress(digest, records + more, created + count(outcomes, Taken.CREATED),
                revised + count(outcomes, Taken.REVISED), unchanged + count(outcomes, Taken.UNCHANGED),
                refused + refusedNow, rejectedBytesNow, null);
    }

    private static long count(List<Outcome> outcomes, Taken what) {
        return outcomes.stream().filter(what::equals).count();
    }

    @Override
    public String toString() {
        return "%,d records: %,d new, %,d revised, %,d as before, %,d refused".formatted(records, created, revised,
                unchanged, refused);
    }
}
