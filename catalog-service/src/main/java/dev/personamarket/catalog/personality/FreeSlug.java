package dev.personamarket.catalog.personality;

/**
 * A slug that nobody has yet.
 *
 * @param wanted which somebody may have
 */
public record FreeSlug(String slug, String wanted) {}
