package dev.personamarket.preview.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is to be made. A personality's wishes, which are granted as far as {@link ModelProperties} allows: who runs
 * the marketplace pays for the model and answers for what it says.
 *
 * @param model       its name at the server; null for the usual one
 * @param temperature from 0, always the likeliest word, to 2; null for the model's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Generation(@Nullable String model, @Nullable Double temperature) {

    /** No wishes. */
    public static final Generation USUAL = new Generation(null, null);
}
