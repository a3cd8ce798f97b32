package dev.personamarket.preview.moderation;

import java.util.List;

import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Tokens;
import dev.personamarket.preview.model.Usage;

/** The end of an answer that may not be said. */
final class Cut {

    private static final String REASON = "content_filter";

    private Cut() {}

    /** When the model has reported what the answer took. */
    static List<ModelEvent> with(Usage usage) {
        return List.of(ModelEvent.Replacement.neutrally(), new ModelEvent.Finished(REASON, usage));
    }

    /** When it has not, since it was interrupted. */
    static List<ModelEvent> after(Prompt prompt, String said) {
        return with(new Usage(prompt.tokens(), Tokens.estimate(said)));
    }
}
