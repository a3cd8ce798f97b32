package dev.personamarket.deployment.agent;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

@IncomingEvent("marketplace.AgentTurnProgressed.v1")
record AgentTurnProgressed(UUID turnId, String text, int sequence) {}
