package dev.personamarket.catalog.card;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate;

/**
 * A card that may become a personality.
 *
 * @param picture the bytes of its icon, not yet looked at
 */
record Candidate(String file, Card card, PersonalityTemplate template, byte @Nullable [] picture,
        Findings findings) {}
