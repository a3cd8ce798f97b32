package dev.personamarket.preview.moderation;

import java.util.function.Consumer;
import java.util.function.Function;

import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Watches over one answer by the endpoint: beside the stream each time that so many characters have come, and over the
 * whole before its end is told. Tokens do not wait for it.
 */
final class EndpointWatch {

    private final Function<String, Mono<String>> refusal;
    private final int every;
    private final Prompt prompt;
    private final Consumer<String> refused;
    private final Sinks.Many<String> due = Sinks.many().unicast().onBackpressureBuffer();
    private final StringBuilder said = new StringBuilder();
    private int judged;
    private volatile boolean cut;

    /**
     * @param refusal of a text: the category that it is refused for; empty when it may be said
     * @param refused hears the category that the answer is refused for
     */
    EndpointWatch(Function<String, Mono<String>> refusal, int every, Prompt prompt, Consumer<String> refused) {
        this.refusal = refusal;
        this.every = every;
        this.prompt = prompt;
        this.refused = refused;
    }

    Flux<ModelEvent> over(Flux<ModelEvent> answer) {
        return answer.concatMap(this::events, 1).takeUntilOther(refusedOnTheWay())
                .concatWith(Flux.defer(() -> cut ? Flux.fromIterable(Cut.after(prompt, said())) : Flux.empty()))
                .takeUntil(Finished.class::isInstance);
    }

    /** Of several texts that wait for a judgement the newest is enough, which contains the others. */
    private Mono<String> refusedOnTheWay() {
        return due.asFlux().onBackpressureLatest().concatMap(refusal, 1).next().doOnNext(refused)
                .doOnNext(_ -> cut = true);
    }

    private Flux<ModelEvent> events(ModelEvent event) {
        if (event instanceof Token token) {
            add(token.text());
        }
        return event instanceof Finished finished ? end(finished) : Flux.just(event);
    }

    private Flux<ModelEvent> end(Finished finished) {
        return refusal.apply(said()).doOnNext(refused).flatMapIterable(_ -> Cut.with(finished.usage()))
                .switchIfEmpty(Flux.just(finished));
    }

    private synchronized void add(String text) {
        said.append(text);
        if (said.length() - judged >= every) {
            judged = said.length();
            due.tryEmitNext(said.toString());
        }
    }

    private synchronized String said() {
        return said.toString();
    }
}
