package dev.personamarket.deployment.agent;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

@IncomingEvent("marketplace.AgentTurnFailed.v1")
record AgentTurnFailed(UUID turnId, String reason) {}
