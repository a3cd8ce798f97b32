package dev.personamarket.catalog.standing;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Somebody rated. */
@IncomingEvent("marketplace.RatingSubmitted.v1")
record RatingSubmitted(UUID personalityId, RatingSummary summary) implements Rated {}
