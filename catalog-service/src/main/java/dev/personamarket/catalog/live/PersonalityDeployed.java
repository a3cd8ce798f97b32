package dev.personamarket.catalog.live;

import java.util.UUID;

import dev.personamarket.defaults.listening.IncomingEvent;

/** A personality is active on one more server. */
@IncomingEvent("marketplace.PersonalityDeployed.v1")
record PersonalityDeployed(UUID personalityId, DeploymentStanding standing) {}
