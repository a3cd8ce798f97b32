package dev.personamarket.testing.architecture.sound.guests;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

public final class Guests {

    public Mono<String> next() {
        return Mono.just("Ada");
    }

    public CompletableFuture<@Nullable String> nextAsFuture() {
        return next().toFuture();
    }
}
