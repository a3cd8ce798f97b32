package dev.personamarket.deployment.persona;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a deployment needs of a personality.
 *
 * @param version   the published content version, counted from 1
 * @param name      as it is called on Discord
 * @param avatarUrl absolute, or relative to the marketplace's public address
 * @param archived  left the marketplace: nothing new is deployed
 */
public record Persona(UUID personalityId, int version, String name, String tagline, @Nullable String avatarUrl,
        boolean archived) {}
