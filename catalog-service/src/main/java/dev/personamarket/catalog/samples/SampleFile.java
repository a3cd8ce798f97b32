package dev.personamarket.catalog.samples;

import java.util.List;

import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.PersonalityTemplate;

/** One shelf of samples, as it is written down in {@code samples/personalities/*.json}. */
record SampleFile(Category category, List<PersonalityTemplate> personalities) {}
