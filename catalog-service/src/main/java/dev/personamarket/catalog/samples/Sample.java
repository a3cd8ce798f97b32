package dev.personamarket.catalog.samples;

import java.util.SortedMap;

import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.PersonalityTemplate;

/**
 * A personality to open with.
 *
 * @param face its pictures by their edge in pixels; empty if it has none
 */
record Sample(Category category, PersonalityTemplate template, SortedMap<Integer, byte[]> face) {}
