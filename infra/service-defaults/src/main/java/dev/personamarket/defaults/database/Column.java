package dev.personamarket.defaults.database;

import java.util.Objects;

import io.r2dbc.spi.Readable;

/** Reads the columns of a row. */
public final class Column {

    private Column() {}

    /**
     * The value of a column that is {@code NOT NULL}; what may be null is asked of the row itself.
     *
     * @throws NullPointerException with the name of the column if there is no value all the same
     */
    public static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
