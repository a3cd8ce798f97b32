package dev.personamarket.rating.use;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** Somebody took a personality to a server of theirs, where it is active now. */
@IncomingEvent("marketplace.PersonalityDeployed.v1")
record PersonalityDeployed(UUID personalityId, UUID deployedBy) {}
