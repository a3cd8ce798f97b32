package dev.personamarket.preview.moderation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.moderation.ModerationProperties.Source;
import reactor.core.publisher.Mono;

/**
 * Decides by scores and thresholds, and about what to do without scores: where the server has no endpoint the list of
 * words takes its place; where the endpoint fails it does too, and refuses what fails closed at the slightest suspicion.
 */
final class Judge {

    private static final Logger LOG = LoggerFactory.getLogger(Judge.class);

    private final Moderation endpoint;
    private final WordList words;
    private final ModerationProperties properties;
    private volatile long missingSince;
    private volatile boolean missing;

    Judge(Moderation endpoint, WordList words, ModerationProperties properties) {
        this.endpoint = endpoint;
        this.words = words;
        this.properties = properties;
    }

    /**
     * What a text is refused for, the gravest of it; empty when it may be said. Fails with a {@link Problem} (503) when
     * nothing can tell.
     */
    Mono<Category> refusal(String text) {
        return switch (source()) {
            case NONE -> Mono.empty();
            case WORDS -> byWords(text);
            case ENDPOINT -> endpoint.scores(text).flatMap(scores -> gravest(scores, properties::refuses))
                    .onErrorResume(ModerationException.class, failure -> withoutEndpoint(text, failure));
        };
    }

    /** What judges now. */
    Source source() {
        var absent = missing && System.nanoTime() - missingSince < properties.missingFor().toNanos();
        return properties.source() == Source.ENDPOINT && absent ? Source.WORDS : properties.source();
    }

    /** The terms for each of which alone a text is refused. */
    List<Term> refusedTerms() {
        return words.terms(term -> properties.refuses(term.category(), term.score()));
    }

    private Mono<Category> withoutEndpoint(String text, ModerationException failure) {
        if (failure.isMissing()) {
            LOG.info("{}; the list of words judges for {}", failure.getMessage(), properties.missingFor());
            missingSince = System.nanoTime();
            missing = true;
            return byWords(text);
        }
        LOG.warn("{}; the list of words judges, strictly", failure.getMessage());
        return words.categories().containsAll(properties.failClosed())
                ? words.scores(text).flatMap(scores -> gravest(scores, this::isSuspect))
                : Mono.error(Refusal::unjudged);
    }

    private Mono<Category> byWords(String text) {
        return words.scores(text).flatMap(scores -> gravest(scores, properties::refuses));
    }

    private boolean isSuspect(Category category, double score) {
        return properties.failClosed().contains(category) ? score > 0 : properties.refuses(category, score);
    }

    private static Mono<Category> gravest(Map<Category, Double> scores, BiPredicate<Category, Double> refuses) {
        return Mono.justOrEmpty(Arrays.stream(Category.values())
                .filter(category -> refuses.test(category, scores.getOrDefault(category, 0.0))).findFirst());
    }
}
