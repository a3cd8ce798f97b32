package dev.personamarket.catalog.live;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality left a server. */
@IncomingEvent("marketplace.PersonalityUndeployed.v1")
record PersonalityUndeployed(UUID personalityId, DeploymentStanding standing) {}
