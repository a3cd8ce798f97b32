package dev.personamarket.catalog.live;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality left the marketplace. */
@IncomingEvent("marketplace.PersonalityArchived.v1")
record PersonalityArchived(UUID personalityId, long revision, int version) {}
