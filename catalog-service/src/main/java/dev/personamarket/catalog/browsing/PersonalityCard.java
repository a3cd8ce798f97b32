package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.personality.Category;

/**
 * A personality as the list shows it.
 *
 * @param deployCount active deployments
 * @param publishedAt when it was first published; a later version does not make it new
 */
record PersonalityCard(UUID id, String slug, String name, String tagline, Category category, List<String> tags,
        Avatar avatar, Rating rating, int deployCount, Instant publishedAt) {}
