package dev.personamarket.preview.agent;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Nobody waits for the answer any more. */
@IncomingEvent("marketplace.AgentTurnDropped.v1")
record AgentTurnDropped(UUID conversationId, UUID turnId, UUID personalityId) {}
