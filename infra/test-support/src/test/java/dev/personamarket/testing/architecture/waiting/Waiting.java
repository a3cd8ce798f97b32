package dev.personamarket.testing.architecture.waiting;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class Waiting {

    @Nullable
    String forOne(Mono<String> one) {
        return one.block();
    }

    Optional<String> forOneOrNone(Mono<String> one) {
        return one.blockOptional();
    }

    @Nullable
    String forTheFirst(Flux<String> many) {
        return many.blockFirst();
    }

    Iterable<String> forEach(Flux<String> many) {
        return many.toIterable();
    }

    Function<Flux<String>, @Nullable String> later() {
        return Flux::blockLast;
    }
}
