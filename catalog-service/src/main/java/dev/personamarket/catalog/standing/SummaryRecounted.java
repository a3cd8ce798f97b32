package dev.personamarket.catalog.standing;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** The ratings of a personality were counted anew. */
@IncomingEvent("marketplace.SummaryRecounted.v1")
record SummaryRecounted(UUID personalityId, RatingSummary summary) implements Rated {}
