package dev.personamarket.deployment.persona;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A published version has this prompt hash, wherever it speaks. */
@IncomingEvent("marketplace.PromptCompiled.v1")
record PromptCompiled(UUID personalityId, long revision, int version, String promptHash) {}
