package dev.personamarket.simulators.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a text is about: its words without the small ones, cut back so that {@code stars} meets {@code star}. */
final class Words {

    private static final Set<String> SMALL = Set.of("a", "about", "all", "am", "an", "and", "any", "are", "as", "at",
            "be", "been", "but", "by", "can", "could", "did", "do", "does", "don", "for", "from", "get", "give", "had",
            "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "let",
            "like", "ll", "me", "more", "my", "no", "not", "of", "on", "one", "or", "our", "out", "please", "re",
            "really", "s", "say", "she", "should", "so", "some", "t", "tell", "than", "that", "the", "their", "them",
            "then", "there", "they", "this", "to", "up", "us", "ve", "very", "was", "we", "were", "what", "when",
            "where", "which", "who", "why", "will", "with", "would", "you", "your");

    private Words() {}

    /** As written, in order, the small ones left out. */
    static List<String> telling(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty())
                .filter(word -> !SMALL.contains(word.toLowerCase())).toList();
    }

    static Set<String> stems(String text) {
        return telling(text).stream().map(word -> stem(word.toLowerCase())).collect(Collectors.toSet());
    }

    static List<String> sentences(String text) {
        return Arrays.stream(text.strip().split("(?<=[.!?…])\\s+|\\n+")).filter(sentence -> !sentence.isBlank())
                .toList();
    }

    private static String stem(String word) {
        return word.length() > 4 ? word.replaceFirst("(ing|ies|ed|es|s|y|e)$", "") : word;
    }
}
