package dev.personamarket.preview.model;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The port to the language model. */
public interface LanguageModel {

    /** Completes when the model may be asked now; fails with {@link ModelException} when asking would be refused. */
    Mono<Void> ready();

    /**
     * The answer, piece by piece as it is made: tokens and one {@link ModelEvent.Finished}, or a
     * {@link ModelException} at any point. Cancelling ends the call to the model at once.
     */
    Flux<ModelEvent> answer(Prompt prompt);
}
