package dev.personamarket.catalog.live;

/** All deployments of a personality together, as events of deployments carry them. */
record DeploymentStanding(long version, int active) {}
