package dev.personamarket.preview.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.personamarket.preview.model.ModelEvent;
import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Replacement;
import dev.personamarket.preview.model.ModelEvent.Token;
import dev.personamarket.preview.model.Prompt;
import dev.personamarket.preview.model.Tokens;
import dev.personamarket.preview.model.Usage;

/** One answer on its way through the guard. */
final class WatchedAnswer {

    /** In nobody's voice, so that it fits every character. */
    static final String INSTEAD = "I would rather talk about something else.";

    static final String REASON = "content_filter";

    private final Watch watch;
    private final Prompt prompt;
    private final Consumer<Detector> onLeak;
    private boolean stopped;

    WatchedAnswer(Watch watch, Prompt prompt, Consumer<Detector> onLeak) {
        this.watch = watch;
        this.prompt = prompt;
        this.onLeak = onLeak;
    }

    /** What goes on in place of this event: itself or less, what waited, or the end. */
    List<ModelEvent> pass(ModelEvent event) {
        if (stopped) {
            return List.of();
        }
        Stream<ModelEvent> passed = switch (event) {
            case Token token -> token(watch.accept(token.text()));
            case Finished finished -> Stream.concat(token(watch.end()), Stream.of(finished));
            case Replacement replacement -> Stream.of(replacement);
        };
        return watch.leak().map(this::stop).orElseGet(passed::toList);
    }

    /** Whether this event is the last, and the model need not go on. */
    boolean isStoppedBy(ModelEvent event) {
        return stopped && event instanceof Finished;
    }

    private List<ModelEvent> stop(Detector detector) {
        stopped = true;
        onLeak.accept(detector);
        var usage = new Usage(prompt.tokens(), Tokens.estimate(watch.text()));
        return List.of(new Replacement(INSTEAD), new Finished(REASON, usage));
    }

    private static Stream<ModelEvent> token(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty()).<ModelEvent>map(Token::new).stream();
    }
}
