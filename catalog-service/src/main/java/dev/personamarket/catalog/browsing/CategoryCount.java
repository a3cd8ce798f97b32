package dev.personamarket.catalog.browsing;

/** A category and how many personalities of it there are. */
record CategoryCount(String slug, String name, long count) {}
