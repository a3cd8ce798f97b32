package dev.personamarket.rating.operations;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.rating.rating.RatingProperties;
import dev.personamarket.rating.rating.SummarySql;
import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/**
 * A summary that is not what it should be.
 *
 * @param kept   what the table says; null when it has no such row
 * @param counted what it should say
 * @param lacking how many events of the personality the log lacks that it must once have had
 */
record Difference(UUID personalityId, @Nullable Sum kept, Sum counted, long lacking) {

    /** As in a summary. */
    record Sum(long version, List<Integer> histogram, List<Integer> verified, double score) {

        @Override
        public String toString() {
            return "%s, verified %s, score %s, version %d".formatted(histogram, verified, score, version);
        }
    }

    /**
     * Compares two tables of summaries, {@code kept (personality_id, version, histogram, verified, score)} and
     * {@code counted (personality_id, histogram, verified)}.
     *
     * @param version the version that is counted, in SQL
     * @param lacking how many events are lacking, in SQL
     */
    static String sql(String version, String lacking, RatingProperties settings) {
        return """
                SELECT personality_id, kept.version, kept.histogram, kept.verified, kept.score,
                    should.version, should.histogram, should.verified, should.score, %s
                FROM kept FULL JOIN counted USING (personality_id),
                    LATERAL (SELECT coalesce(counted.histogram, '{0,0,0,0,0}') AS histogram,
                                    coalesce(counted.verified, '{0,0,0,0,0}') AS verified) AS found,
                    LATERAL (SELECT %s AS version, found.*,
                                    %s AS score) AS should
                WHERE (kept.version, kept.histogram, kept.verified, kept.score)
                    IS DISTINCT FROM (should.version, should.histogram, should.verified, should.score)
                """.formatted(lacking, version, SummarySql.score(settings, "found"));
    }

    /** From a row of {@link #sql}. */
    static Difference from(Readable row) {
        return new Difference(requireNonNull(row.get(0, UUID.class)), row.get(1) == null ? null : sum(row, 1),
                sum(row, 5), requireNonNull(row.get(9, Long.class)));
    }

    private static Sum sum(Readable row, int first) {
        return new Sum(requireNonNull(row.get(first, Long.class)),
                List.of(requireNonNull(row.get(first + 1, Integer[].class))),
                List.of(requireNonNull(row.get(first + 2, Integer[].class))),
                requireNonNull(row.get(first + 3, Double.class)));
    }

    @Override
    public String toString() {
        var line = "%s is %s and should be %s".formatted(personalityId, kept == null ? "missing" : kept, counted);
        return lacking == 0 ? line : "%s; the log lacks %,d of its events".formatted(line, lacking);
    }
}
