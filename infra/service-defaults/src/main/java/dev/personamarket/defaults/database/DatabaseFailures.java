package dev.personamarket.defaults.database;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;

/** Tells a database that is away, or has no room, from one that refuses what it is asked. */
public final class DatabaseFailures {

    private static final Set<Class<? extends Exception>> AWAY = Set.of(DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class, R2dbcTransientResourceException.class,
            R2dbcNonTransientResourceException.class, TimeoutException.class);

    private DatabaseFailures() {}

    /** Whether the same may well succeed later. */
    public static boolean isAway(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> AWAY.stream().anyMatch(type -> type.isInstance(cause)));
    }
}
