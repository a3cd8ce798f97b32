package dev.personamarket.catalog.live;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A rating weighs more, since its author has used what they rated. */
@IncomingEvent("marketplace.RatingVerified.v1")
record RatingVerified(UUID personalityId, RatingSummary summary) {}
