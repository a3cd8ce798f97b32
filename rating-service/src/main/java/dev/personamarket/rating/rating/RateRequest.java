package dev.personamarket.rating.rating;

import org.jspecify.annotations.Nullable;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What somebody thinks of a personality.
 *
 * @param stars  1 to 5
 * @param review plain text, {@link PlainText#clean cleaned}, then of at most 2,000 characters (Unicode code points); line
 *               breaks are allowed, other control characters are not. Null when there is nothing to read
 */
record RateRequest(@NotNull @Min(1) @Max(5) Integer stars,
        @Nullable @Pattern(regexp = "(?s).{0,2000}", message = "must have at most 2000 characters") @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\t]*", message = "must not contain control characters") String review) {

    RateRequest {
        review = review == null ? null : PlainText.clean(review);
    }
}
