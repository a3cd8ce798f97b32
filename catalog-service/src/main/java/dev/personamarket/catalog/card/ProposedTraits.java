package dev.personamarket.catalog.card;

import java.util.Arrays;
import java.util.List;

import dev.personamarket.catalog.personality.PersonalityTemplate.TraitTemplate;

/**
 * Traits for a card, which has none: the words of its {@code personality} if that is a short list, each at 75 of 100,
 * since a card that names a trait means that it is strong; or else one that says nothing, in the middle.
 */
final class ProposedTraits {

    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 32;
    private static final int MOST = 8;
    private static final int STRONG = 75;
    private static final TraitTemplate NEUTRAL = new TraitTemplate("Character", 50);

    private ProposedTraits() {}

    static List<TraitTemplate> of(String personality, Findings findings) {
        var words = Arrays.stream(personality.split("[,;\n]", MOST_WORDS + 2)).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (words.isEmpty() || words.size() > MOST_WORDS || !words.stream().allMatch(ProposedTraits::isWord)) {
            findings.warn("The card names no traits: it has a single neutral one, for review.");
            return List.of(NEUTRAL);
        }
        findings.mapped("personality", "traits");
        findings.warn("The traits are the first %d words of its personality, each at %d, for review."
                .formatted(Math.min(words.size(), MOST), STRONG));
        return words.stream().limit(MOST).map(word -> new TraitTemplate(word, STRONG)).toList();
    }

    private static boolean isWord(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_WORD
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
