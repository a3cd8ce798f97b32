package dev.personamarket.defaults.database;

import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

import dev.personamarket.defaults.Causes;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;

/** Tells a database that is away, or has no room, from one that refuses what it is asked. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    /** Whether the same may well succeed later. */
    public static boolean isAway(Throwable error) {
        return Stream.of(DataAccessResourceFailureException.class, CannotCreateTransactionException.class,
                R2dbcTransientResourceException.class, R2dbcNonTransientResourceException.class, TimeoutException.class)
                .anyMatch(type -> Causes.include(error, type));
    }
}
