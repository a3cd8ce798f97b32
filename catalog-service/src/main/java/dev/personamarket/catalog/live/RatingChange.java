package dev.personamarket.catalog.live;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * All ratings of a personality together, after one of them changed.
 *
 * @param histogram how many gave 1, 2, 3, 4 and 5 stars
 * @param version   grows with every rating of it
 */
record RatingChange(UUID personalityId, Rating rating, List<Integer> histogram, long version) implements Change {

    /** @param average of 1 to 5 stars, with two decimals; 0 without any rating */
    record Rating(BigDecimal average, int count) {}

    static RatingChange of(RatingSubmitted event) {
        return of(event.personalityId(), event.summary());
    }

    static RatingChange of(RatingWithdrawn event) {
        return of(event.personalityId(), event.summary());
    }

    static RatingChange of(RatingVerified event) {
        return of(event.personalityId(), event.summary());
    }

    static RatingChange of(SummaryRecounted event) {
        return of(event.personalityId(), event.summary());
    }

    private static RatingChange of(UUID personalityId, RatingSummary summary) {
        return new RatingChange(personalityId, new Rating(summary.average(), summary.count()), summary.histogram(),
                summary.version());
    }

    @Override
    public String event() {
        return "rating";
    }
}
