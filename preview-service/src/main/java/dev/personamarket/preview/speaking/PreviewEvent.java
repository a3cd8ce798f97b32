package dev.personamarket.preview.speaking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.preview.budget.BudgetUse;
import dev.personamarket.preview.model.Usage;

/** What a client hears while it is answered: a session, tokens, then done or an error. */
public sealed interface PreviewEvent {

    /** The event's name in the stream. */
    String event();

    /** The event's data in the stream. */
    default Object data() {
        return this;
    }

    default ServerSentEvent<Object> toServerSentEvent() {
        return ServerSentEvent.<Object>builder(data()).event(event()).build();
    }

    /**
     * The message was accepted.
     *
     * @param budget the caller's own, once 80 % of it are used
     */
    record Session(UUID sessionId, int remaining, @Nullable BudgetUse budget) implements PreviewEvent {

        @Override
        public String event() {
            return "session";
        }
    }

    /**
     * The next piece of the answer.
     *
     * @param replaces whether it takes the place of all that came before in this answer; absent when it does not
     */
    record Token(String text,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean replaces) implements PreviewEvent {

        public Token(String text) {
            this(text, false);
        }

        @Override
        public String event() {
            return "token";
        }
    }

    /** The answer is complete. */
    record Done(String finishReason, Usage usage) implements PreviewEvent {

        @Override
        public String event() {
            return "done";
        }
    }

    /** There is no answer, or no more of it; the data is a problem object as RFC 9457 has it. */
    record Failed(Problem problem) implements PreviewEvent {

        @Override
        public String event() {
            return "error";
        }

        @Override
        public Object data() {
            var body = problem.getBody();
            var data = new LinkedHashMap<String, Object>();
            data.put("type", String.valueOf(body.getType()));
            data.put("title", String.valueOf(body.getTitle()));
            data.put("status", body.getStatus());
            data.put("detail", String.valueOf(body.getDetail()));
            data.putAll(Objects.requireNonNullElse(body.getProperties(), Map.of()));
            return data;
        }
    }
}
