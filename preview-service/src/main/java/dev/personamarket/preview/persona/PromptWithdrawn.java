package dev.personamarket.preview.persona;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality no longer speaks; its prompt is to be forgotten. */
@IncomingEvent("marketplace.PromptWithdrawn.v1")
record PromptWithdrawn(UUID personalityId, long revision, int version) {}
