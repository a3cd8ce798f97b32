package dev.personamarket.catalog.personality;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How its author wants a language model to speak as it. Wishes: whoever runs the model says what is allowed.
 *
 * @param model       its name at the server
 * @param temperature from 0, always the likeliest word, to 2
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Chat completions</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Generation(@Nullable String model, @Nullable Double temperature) {

    @Nullable
    Generation orNothing() {
        return model == null && temperature == null ? null : this;
    }
}
