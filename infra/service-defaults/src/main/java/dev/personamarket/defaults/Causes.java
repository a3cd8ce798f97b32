package dev.personamarket.defaults;

import java.util.Objects;
import java.util.stream.Stream;

/** What lies behind a failure. */
public final class Causes {

    private Causes() {}

    /** Whether the failure, or anything that caused it, is of this type. */
    public static boolean include(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
