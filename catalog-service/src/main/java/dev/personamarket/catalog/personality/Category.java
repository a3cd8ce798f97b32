package dev.personamarket.catalog.personality;

/** A shelf of the marketplace: each personality stands on one. */
public record Category(String slug, String name) {}
