package dev.personamarket.catalog.standing;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Somebody used what they had rated, so that their rating weighs more. */
@IncomingEvent("marketplace.RatingVerified.v1")
record RatingVerified(UUID personalityId, RatingSummary summary) implements Rated {}
