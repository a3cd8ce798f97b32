package dev.personamarket.rating.use;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.IncomingEvent;

/**
 * A personality answered somebody. That it answered is what counts as use: a conversation that only started may have come
 * to nothing, and says nothing about the personality.
 *
 * @param userId null for a visitor
 */
@IncomingEvent("marketplace.PreviewReplied.v1")
record PreviewReplied(UUID personalityId, @Nullable UUID userId) {}
