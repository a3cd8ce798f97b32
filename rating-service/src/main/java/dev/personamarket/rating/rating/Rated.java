package dev.personamarket.rating.rating;

import java.math.BigDecimal;
import java.util.List;

import io.r2dbc.spi.Readable;

import static java.util.Objects.requireNonNull;

/** A rating that was just given, and what all ratings of the personality add up to with it. */
record Rated(Rating rating, Summary summary) {

    static Rated from(Readable row) {
        return new Rated(Rating.from(row),
                new Summary(requireNonNull(row.get(6, Long.class)), requireNonNull(row.get(7, Integer.class)),
                        requireNonNull(row.get(8, BigDecimal.class)),
                        List.of(requireNonNull(row.get(9, Integer[].class))),
                        List.of(requireNonNull(row.get(10, Integer[].class))),
                        requireNonNull(row.get(11, Double.class))));
    }
}
