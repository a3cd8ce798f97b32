package dev.personamarket.deployment.persona;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

@IncomingEvent("marketplace.PersonalityArchived.v1")
record PersonalityArchived(UUID personalityId, long revision, int version) {}
