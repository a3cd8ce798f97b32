package dev.personamarket.preview.persona;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the system prompt of a personality that was made after a character card.
 *
 * @param personality    how it is
 * @param scenario       where and when the conversation takes place
 * @param systemOverride how its author wants it played
 * @param postHistory    said to the model after everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromptSections(@Nullable String personality, @Nullable String scenario, @Nullable String systemOverride,
        @Nullable String postHistory) {

    public static final PromptSections NONE = new PromptSections(null, null, null, null);

    @Override
    public String toString() {
        return "PromptSections";
    }
}
