package dev.personamarket.testing.architecture.futures;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

final class Futures {

    @Nullable
    String waited(Mono<String> one) {
        return one.toFuture().join();
    }
}
