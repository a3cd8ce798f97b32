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
 * @param review plain text of at most 2,000 characters (Unicode code points), line breaks allowed
 */
record RateRequest(@NotNull @Min(1) @Max(5) Integer stars,
        @Nullable @Pattern(regexp = "(?s).{0,2000}", message = "must have at most 2000 characters") @Pattern(regexp = "[[^\\p{Cc}\\p{Cs}]\\n\\r\\t]*", message = "must not contain control characters") String review) {

    /** The review as it is kept: one kind of line break, no space around it; blank is none. */
    @Nullable
    String words() {
        return review == null || review.isBlank() ? null : review.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
