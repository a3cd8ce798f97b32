package dev.personamarket.testing.architecture.sound.greeting;

import dev.personamarket.testing.architecture.sound.guests.Guests;
import reactor.core.publisher.Mono;

public final class Greetings {

    private final Guests guests;

    public Greetings(Guests guests) {
        this.guests = guests;
    }

    public Mono<String> greeting() {
        return guests.next().map("Hello "::concat);
    }
}
