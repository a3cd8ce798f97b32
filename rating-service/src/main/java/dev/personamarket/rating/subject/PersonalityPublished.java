package dev.personamarket.rating.subject;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality can be rated, in this version from now on. */
@IncomingEvent("marketplace.PersonalityPublished.v1")
record PersonalityPublished(UUID personalityId, long revision, int version, @Nullable UUID creatorId) {}
