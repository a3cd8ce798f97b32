package dev.personamarket.preview.moderation;

import java.util.List;
import java.util.function.Consumer;

import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.Prompt;
import reactor.core.publisher.Flux;

/** Watches over one answer by the list of words. Nothing of a term is ever shown. */
final class WordWatch {

    private final HeldWords held;
    private final Prompt prompt;
    private final Consumer<String> refused;
    private final StringBuilder said = new StringBuilder();

    /** @param refused hears the category that the answer is refused for */
    WordWatch(List<Term> terms, Prompt prompt, Consumer<String> refused) {
        this.held = new HeldWords(terms);
        this.prompt = prompt;
        this.refused = refused;
    }

    Flux<ModelEvent> over(Flux<ModelEvent> answer) {
        return answer.concatMapIterable(this::events).takeUntil(Finished.class::isInstance);
    }

    private List<ModelEvent> events(ModelEvent event) {
        return switch (event) {
            case Token token -> said(token);
            case Finished finished -> finished(finished);
            case ModelEvent.Replacement replaced -> replaced(replaced);
        };
    }

    private List<ModelEvent> said(Token token) {
        said.append(token.text());
        var category = held.add(token.text());
        if (category != null) {
            refused.accept(category.label());
            return Cut.after(prompt, said.toString());
        }
        return tokens(held.pass());
    }

    private List<ModelEvent> finished(Finished finished) {
        var category = held.end();
        if (category != null) {
            refused.accept(category.label());
            return Cut.with(finished.usage());
        }
        var rest = held.rest();
        return rest.isEmpty() ? List.of(finished) : List.of(new Token(rest), finished);
    }

    /** What came before is not shown any more, nor is what was held back of it. */
    private List<ModelEvent> replaced(ModelEvent.Replacement replaced) {
        held.rest();
        said.setLength(0);
        said.append(replaced.text());
        return List.of(replaced);
    }

    private static List<ModelEvent> tokens(String text) {
        return text.isEmpty() ? List.of() : List.of(new Token(text));
    }
}
