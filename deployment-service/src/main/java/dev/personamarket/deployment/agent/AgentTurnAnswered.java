package dev.personamarket.deployment.agent;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

@IncomingEvent("marketplace.AgentTurnAnswered.v1")
record AgentTurnAnswered(UUID turnId, String text) {}
