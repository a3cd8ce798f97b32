package dev.personamarket.testing;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A value that is made at the first asking, once, whoever asks. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        var made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
