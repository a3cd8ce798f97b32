package dev.personamarket.rating.subject;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality can no longer be rated; its ratings stay. */
@IncomingEvent("marketplace.PersonalityArchived.v1")
record PersonalityArchived(UUID personalityId, long revision, int version) {}
