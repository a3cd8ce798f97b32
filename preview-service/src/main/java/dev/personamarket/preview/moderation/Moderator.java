package dev.personamarket.preview.moderation;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.Prompt;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges what people say before it is accepted, and what personalities say while they say it.
 *
 * <p>{@code preview.refused} counts what was refused, by {@code category} ({@code unjudged} when nothing could tell) and
 * {@code direction} ({@code input} or {@code output}).
 */
public final class Moderator {

    private static final String UNJUDGED = "unjudged";

    private final Judge judge;
    private final ModerationProperties properties;
    private final MeterRegistry meters;

    Moderator(Judge judge, ModerationProperties properties, MeterRegistry meters) {
        this.judge = judge;
        this.properties = properties;
        this.meters = meters;
    }

    /** Completes when the message may be said; fails with a {@link Problem}: 422 when not, 503 when nothing can tell. */
    public Mono<Void> admit(String message) {
        return judge.refusal(message)
                .flatMap(category -> Mono.<Void>error(() -> {
                    count(category.label(), "input");
                    return Refusal.of(category);
                })).doOnError(Problem.class, problem -> {
                    if (problem.getStatusCode().is5xxServerError()) {
                        count(UNJUDGED, "input");
                    }
                });
    }

    /**
     * The same answer as long as it may be said. Where it may not, it ends with a neutral sentence in the place of all
     * that was said of it, and the call to the model ends with it. Tokens are held up by the list of words alone, and
     * only while they could be the beginning of a term.
     */
    public Flux<ModelEvent> watch(Prompt prompt, Flux<ModelEvent> answer) {
        return Flux.defer(() -> switch (judge.source()) {
            case NONE -> answer;
            case WORDS -> new WordWatch(judge.refusedTerms(), prompt, this::refused).over(answer);
            case ENDPOINT -> new EndpointWatch(this::outputRefusal, properties.every(), prompt, this::refused)
                    .over(answer);
        });
    }

    /** What nothing can judge is refused as well: it is never shown to be harmless. */
    private Mono<String> outputRefusal(String text) {
        return judge.refusal(text).map(Category::label).onErrorResume(Problem.class, _ -> Mono.just(UNJUDGED));
    }

    private void refused(String category) {
        count(category, "output");
    }

    private void count(String category, String direction) {
        meters.counter("preview.refused", "category", category, "direction", direction).increment();
    }
}
