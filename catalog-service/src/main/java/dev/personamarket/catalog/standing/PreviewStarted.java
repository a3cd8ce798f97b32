package dev.personamarket.catalog.standing;

import java.time.Instant;
import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Somebody began to talk with a personality. */
@IncomingEvent("marketplace.PreviewStarted.v1")
record PreviewStarted(UUID personalityId, Instant startedAt) {}
