package dev.personamarket.preview.speaking;

import java.time.Duration;

import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;

/** Keeps proxies from closing a stream that is silent while the model thinks. */
record Heartbeat(Duration interval) {

    /** The same events, with a comment at every interval until they end. */
    Flux<ServerSentEvent<Object>> within(Flux<ServerSentEvent<Object>> events) {
        return events.publish(shared -> Flux.merge(shared,
                comments().takeUntilOther(shared.ignoreElements().onErrorComplete())));
    }

    private Flux<ServerSentEvent<Object>> comments() {
        return Flux.interval(interval).onBackpressureDrop()
                .map(_ -> ServerSentEvent.builder().comment("still here").build());
    }
}
