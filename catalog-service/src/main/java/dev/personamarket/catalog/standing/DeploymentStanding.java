package dev.personamarket.catalog.standing;

/**
 * All deployments of a personality together.
 *
 * @param version grows with every change of the count
 * @param active  deployments that are active now
 */
record DeploymentStanding(long version, int active) {}
