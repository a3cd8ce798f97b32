package dev.personamarket.defaults.listening;

import reactor.core.publisher.Mono;

/** What one event does, which happens once however often the event comes. */
record Effect(String eventId, Mono<Void> work) {}
