package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

/** Rows turned into columns, for statements that take any number of rows by {@code unnest}. */
final class Columns {

    private Columns() {}

    static <R, T extends @Nullable Object> T[] of(List<R> rows, IntFunction<T[]> array, Function<R, T> column) {
        return rows.stream().map(column).toArray(array);
    }

    static UUID[] ids(Collection<PersonalityId> ids) {
        return ids.stream().map(PersonalityId::value).toArray(UUID[]::new);
    }

    /** An id that there may be none of. */
    static Parameter id(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }
}
