package dev.personamarket.catalog.personality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may stand around the system prompt, named after the fields of character cards that it comes from. May have the
 * macros of cards, such as <code>{{char}}</code>.
 *
 * @param personality    how it is, beside who it is
 * @param scenario       where and when the conversation takes place
 * @param systemOverride stands for the preamble of whoever runs the model; <code>{{original}}</code> in it is that one
 * @param postHistory    said to the model after everything that was said before
 * @see <a href="https://github.com/malfoyslastname/character-card-spec-v2/blob/main/spec_v2.md">Character card V2</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromptSections(@Nullable String personality, @Nullable String scenario, @Nullable String systemOverride,
        @Nullable String postHistory) {

    /** All of them that there are. */
    Stream<String> texts() {
        return Stream.of(Optional.ofNullable(personality), Optional.ofNullable(scenario),
                Optional.ofNullable(systemOverride), Optional.ofNullable(postHistory)).flatMap(Optional::stream);
    }

    @Nullable
    PromptSections orNothing() {
        return texts().findAny().isPresent() ? this : null;
    }
}
