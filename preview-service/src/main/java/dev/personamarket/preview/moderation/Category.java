package dev.personamarket.preview.moderation;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a text can be refused for, the gravest first. Each has its usual threshold, a score from 0 to 1: low for what
 * nobody may read, high for what stories and games are full of.
 *
 * @see <a href="https://platform.openai.com/docs/guides/moderation#content-classifications">Content classifications</a>
 */
public enum Category {

    SEXUAL_MINORS("sexual/minors", "minors in a sexual way", 0.2),
    SELF_HARM_INSTRUCTIONS("self-harm/instructions", "ways to harm oneself", 0.5),
    SELF_HARM_INTENT("self-harm/intent", "harming yourself", 0.9),
    SELF_HARM("self-harm", "self-harm", 0.9),
    HATE_THREATENING("hate/threatening", "threats against a group of people", 0.6),
    ILLICIT_VIOLENT("illicit/violent", "weapons or violent crimes", 0.6),
    HARASSMENT_THREATENING("harassment/threatening", "threats against somebody", 0.9),
    HATE("hate", "hatred against a group of people", 0.8),
    ILLICIT("illicit", "how to commit a crime", 0.8),
    SEXUAL("sexual", "sexual acts", 0.8),
    VIOLENCE_GRAPHIC("violence/graphic", "cruelty in every detail", 0.95),
    HARASSMENT("harassment", "insults", 0.99),
    VIOLENCE("violence", "violence", 0.99);

    private final String label;
    private final String words;
    private final double threshold;

    Category(String label, String words, double threshold) {
        this.label = label;
        this.words = words;
        this.threshold = threshold;
    }

    /** As OpenAI names it. */
    String label() {
        return label;
    }

    /** As it is called towards people, after "about". */
    String words() {
        return words;
    }

    double usualThreshold() {
        return threshold;
    }

    boolean isSelfHarm() {
        return label.startsWith("self-harm");
    }

    static Optional<Category> of(String label) {
        return Arrays.stream(values()).filter(category -> category.label.equals(label)).findFirst();
    }
}
