package dev.personamarket.preview.moderation;

import java.util.Map;

import reactor.core.publisher.Mono;

/** The port to what judges texts. */
interface Moderation {

    /**
     * How much a text is of each category, from 0 to 1; a category that is absent is 0. Fails with
     * {@link ModerationException}.
     */
    Mono<Map<Category, Double>> scores(String text);
}
