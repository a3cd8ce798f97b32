package dev.personamarket.catalog.live;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A version became public. */
@IncomingEvent("marketplace.PersonalityPublished.v1")
record PersonalityPublished(UUID personalityId, long revision, int version, String slug, String name) {}
