package dev.personamarket.rating.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.Contracts;

/** The records of what this service tells; that the SQL builds the same is shown where the SQL runs. */
class RatingContractTests {

    private static final Summary SUMMARY = new Summary(42, 37, new BigDecimal("4.35"),
            List.of(1, 1, 4, 9, 22), List.of(0, 0, 1, 3, 11), 4.363636363636363);

    @Test
    void ratingSubmitted() {
        Contracts.assertSameShape(RatingSubmitted.TYPE, new RatingSubmitted(UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID(), 5, 3, true, SUMMARY, Instant.now()));
    }

    @Test
    void ratingWithdrawn() {
        Contracts.assertSameShape(RatingWithdrawn.TYPE, new RatingWithdrawn(UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID(), 5, SUMMARY, Instant.now()));
    }

    @Test
    void ratingVerified() {
        Contracts.assertSameShape(RatingVerified.TYPE, new RatingVerified(UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID(), SUMMARY, Instant.now()));
    }
}
