package dev.personamarket.deployment;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/** Reading of columns that are {@code NOT NULL}. */
public final class Column {

    private Column() {}

    public static <T> T of(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
