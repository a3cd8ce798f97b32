package dev.personamarket.preview.conversation;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.speaking.PreviewEvent;
import dev.personamarket.preview.speaking.PreviewEvent.Done;
import dev.personamarket.preview.speaking.PreviewEvent.Failed;
import dev.personamarket.preview.speaking.PreviewEvent.Session;
import dev.personamarket.preview.speaking.PreviewEvent.Token;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one reply of a stream of events; an error event becomes an error. */
final class ReplyCollector {

    private final StringBuilder text = new StringBuilder();
    private @Nullable Session session;
    private @Nullable Done done;

    private ReplyCollector() {}

    static Mono<ChatReply> collect(Flux<PreviewEvent> events) {
        return events.collect(ReplyCollector::new, ReplyCollector::add).map(ReplyCollector::reply);
    }

    private void add(PreviewEvent event) {
        switch (event) {
            case Session opening -> session = opening;
            case Token token -> text.delete(0, token.replaces() ? text.length() : 0).append(token.text());
            case Done end -> done = end;
            case Failed failed -> throw failed.problem();
        }
    }

    private ChatReply reply() {
        var opening = Objects.requireNonNull(session);
        var end = Objects.requireNonNull(done);
        return new ChatReply(opening.sessionId(), opening.remaining(), text.toString(), end.finishReason(),
                end.usage(), opening.budget());
    }
}
