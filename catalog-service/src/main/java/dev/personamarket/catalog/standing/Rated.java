package dev.personamarket.catalog.standing;

import java.util.UUID;

/** An event that tells how a personality is rated now. */
sealed interface Rated permits RatingSubmitted, RatingWithdrawn, RatingVerified, SummaryRecounted {

    UUID personalityId();

    RatingSummary summary();
}
