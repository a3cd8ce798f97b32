package dev.personamarket.catalog.audit;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

import dev.personamarket.defaults.problems.Problem;

/** What may be done to the catalogue. */
public enum Action {
    CREATE, IMPORT, REPLACE, FACE, PUBLISH, ROLLBACK, ARCHIVE, RESTORE, DELETE, CATEGORY_CREATE, CATEGORY_RENAME,
    CATEGORY_ORDER, CATEGORY_MERGE, CATEGORY_DELETE;

    /** The form in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Fails with a 400 if there is none of this code. */
    static Action of(String code) {
        return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.invalid("action", "must be one of " + String.join(", ",
                        Arrays.stream(values()).map(Action::code).toList())));
    }
}
