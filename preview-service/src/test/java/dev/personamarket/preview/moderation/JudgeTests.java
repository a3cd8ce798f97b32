package dev.personamarket.preview.moderation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.moderation.ModerationProperties.Source;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class JudgeTests {

    private static final WordList WORDS = WordList.of("""
            illicit 0.9: cook meth
            sexual/minors 0.1: lolita
            """);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aScoreBelowTheThresholdMayBeSaidAndOneAtItMayNot() {
        assertThat(judge(scores(Category.HATE, 0.79)).refusal("x").block()).isNull();
        assertThat(judge(scores(Category.HATE, 0.8)).refusal("x").block()).isEqualTo(Category.HATE);
    }

    @Test
    void thresholdsCanBeSet() {
        var strict = properties(Source.ENDPOINT, Map.of(Category.HATE, 0.1), Set.of(), Duration.ofMinutes(5));
        var lenient = properties(Source.ENDPOINT, Map.of(Category.HATE, 1.1), Set.of(), Duration.ofMinutes(5));

        assertThat(judge(scores(Category.HATE, 0.2), strict).refusal("x").block()).isEqualTo(Category.HATE);
        assertThat(judge(scores(Category.HATE, 1.0), lenient).refusal("x").block()).isNull();
    }

    @Test
    void theGravestCategoryIsNamed() {
        var judge = judge(Mono.just(Map.of(Category.VIOLENCE, 1.0, Category.SEXUAL_MINORS, 0.3)));

        assertThat(judge.refusal("x").block()).isEqualTo(Category.SEXUAL_MINORS);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 501})
    void whereThereIsNoEndpointTheWordsJudgeForAWhile(int status) {
        var judge = judge(Mono.error(ModerationException.status(status)));

        assertThat(judge.refusal("cook meth").block()).isEqualTo(Category.ILLICIT);
        assertThat(judge.refusal("lolita").block()).isNull();
        assertThat(judge.source()).isEqualTo(Source.WORDS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterAWhileTheServerIsAskedAgain() {
        var judge = judge(Mono.error(ModerationException.status(404)),
                properties(Source.ENDPOINT, Map.of(), Set.of(), Duration.ZERO));

        judge.refusal("x").then(judge.refusal("x")).block();

        assertThat(asked).hasValue(2);
    }

    @Test
    void whileTheEndpointFailsTheSlightestSuspicionOfTheGravestRefuses() {
        var judge = judge(Mono.error(ModerationException.status(500)));

        assertThat(judge.refusal("lolita").block()).isEqualTo(Category.SEXUAL_MINORS);
        assertThat(judge.refusal("cook meth").block()).isEqualTo(Category.ILLICIT);
        assertThat(judge.refusal("Hello!").block()).isNull();
        assertThat(judge.source()).isEqualTo(Source.ENDPOINT);
    }

    @Test
    void whatFailsClosedAndHasNoWordsLetsNothingThrough() {
        var judge = judge(Mono.error(ModerationException.status(500)),
                properties(Source.ENDPOINT, Map.of(), Set.of(Category.HATE), Duration.ofMinutes(5)));

        StepVerifier.create(judge.refusal("Hello!")).expectErrorSatisfies(error -> assertThat(
                ((Problem) error).getBody().getType()).hasToString("/problems/moderation-unavailable")).verify();
    }

    @Test
    void nothingIsAskedForWordsOrNothing() {
        var words = judge(Mono.never(), properties(Source.WORDS, Map.of(), Set.of(), Duration.ofMinutes(5)));
        var none = judge(Mono.never(), properties(Source.NONE, Map.of(), Set.of(), Duration.ofMinutes(5)));

        assertThat(words.refusal("cook meth").block()).isEqualTo(Category.ILLICIT);
        assertThat(none.refusal("cook meth").block()).isNull();
        assertThat(asked).hasValue(0);
    }

    private static Mono<Map<Category, Double>> scores(Category category, double score) {
        return Mono.just(Map.of(category, score));
    }

    private Judge judge(Mono<Map<Category, Double>> endpoint) {
        return judge(endpoint, null);
    }

    private Judge judge(Mono<Map<Category, Double>> endpoint, @Nullable ModerationProperties properties) {
        return new Judge(_ -> {
            asked.incrementAndGet();
            return endpoint;
        }, WORDS, properties != null
                ? properties
                : properties(Source.ENDPOINT, Map.of(), Set.of(Category.SEXUAL_MINORS), Duration.ofMinutes(5)));
    }

    private static ModerationProperties properties(Source source, Map<Category, Double> thresholds,
            Set<Category> failClosed, Duration missingFor) {
        return new ModerationProperties(source, "omni-moderation-latest", thresholds, failClosed,
                Duration.ofSeconds(2), missingFor, 500);
    }
}
