package dev.personamarket.catalog.standing;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Somebody took a rating back. */
@IncomingEvent("marketplace.RatingWithdrawn.v1")
record RatingWithdrawn(UUID personalityId, RatingSummary summary) implements Rated {}
