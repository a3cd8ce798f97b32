package dev.personamarket.deployment.deployment;

/**
 * How many deployments of a personality are active.
 *
 * @param version grows with every change, so that readers keep the newest
 */
record Standing(long version, int active) {}
