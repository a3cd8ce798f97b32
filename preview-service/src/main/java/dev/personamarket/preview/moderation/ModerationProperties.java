package dev.personamarket.preview.moderation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * What judges texts, and how strictly.
 *
 * @param source     the server's endpoint, our list of words where it has none; the list alone; or nothing
 * @param name       the judging model's name at the server
 * @param thresholds scores from which a text is refused, by category as in {@code sexual-minors}; above 1 for never;
 *                   {@link Category} has the usual ones
 * @param failClosed categories of which, while the endpoint fails, the slightest suspicion refuses
 * @param deadline   of one call
 * @param missingFor how long a server that has no endpoint is not asked again
 * @param every      characters of an answer after which it is judged again
 */
@Validated
@ConfigurationProperties("marketplace.preview.moderation")
record ModerationProperties(@DefaultValue("endpoint") Source source,
        @NotBlank @DefaultValue("omni-moderation-latest") String name,
        @DefaultValue Map<Category, @DecimalMin("0") @DecimalMax("2") Double> thresholds,
        @DefaultValue("sexual-minors") Set<Category> failClosed, @DefaultValue("2s") Duration deadline,
        @DefaultValue("5m") Duration missingFor, @Min(1) @DefaultValue("500") int every) {

    enum Source {
        ENDPOINT, WORDS, NONE
    }

    double threshold(Category category) {
        return thresholds.getOrDefault(category, category.usualThreshold());
    }

    boolean refuses(Category category, double score) {
        return score >= threshold(category);
    }
}
