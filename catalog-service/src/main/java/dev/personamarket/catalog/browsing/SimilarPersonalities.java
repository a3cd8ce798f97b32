package dev.personamarket.catalog.browsing;

import java.util.List;

/** What somebody may like who likes another one, the most similar first. */
record SimilarPersonalities(List<PersonalityCard> items) {}
