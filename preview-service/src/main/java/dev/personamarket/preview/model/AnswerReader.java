package dev.personamarket.preview.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one streamed answer, as lenient as servers differ: unknown fields, empty {@code choices}, usage at the end, with
 * the last piece or never, a {@code refusal} in place of the content, an {@code error} in place of anything.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat-streaming">Streaming</a>
 */
final class AnswerReader {

    static final String NEUTRAL_REFUSAL = "I would rather not say anything about that.";

    private final JsonMapper json;
    private final Prompt prompt;
    private final StringBuilder said = new StringBuilder();
    private String heldBack = "";
    private boolean refused;
    private boolean finished;
    private @Nullable String reason;
    private @Nullable Usage usage;

    AnswerReader(JsonMapper json, Prompt prompt) {
        this.json = json;
        this.prompt = prompt;
    }

    /** What the data of one server-sent event means. */
    List<ModelEvent> read(String data) {
        if (finished || data.isBlank()) {
            return List.of();
        }
        if (data.stripLeading().startsWith("[DONE]")) {
            return finish(Objects.requireNonNullElse(reason, "stop"));
        }
        return chunk(parse(data));
    }

    /** What the end of the stream means: without {@code [DONE]} and without a reason it came too early. */
    List<ModelEvent> end() {
        if (finished) {
            return List.of();
        }
        if (reason == null) {
            throw new ModelException(ModelFault.BROKEN, "The stream ended in the middle of the answer");
        }
        return finish(reason);
    }

    /** Whether the answer is complete, so that nothing that still goes wrong matters. */
    boolean isComplete() {
        return finished || reason != null;
    }

    private List<ModelEvent> chunk(JsonNode chunk) {
        var error = chunk.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw ModelErrors.inStream(error);
        }
        if (chunk.path("usage").isObject()) {
            usage = new Usage(chunk.at("/usage/prompt_tokens").asInt(0), chunk.at("/usage/completion_tokens").asInt(0));
        }
        var choice = chunk.path("choices").path(0);
        reason = choice.path("finish_reason").asString(reason);
        refused |= !choice.path("delta").path("refusal").asString("").isEmpty();
        return token(choice.path("delta").path("content").asString("")
                + choice.path("delta").path("refusal").asString(""));
    }

    /** PostgreSQL stores no NUL; half a surrogate pair waits for its other half, as it is no character alone. */
    private List<ModelEvent> token(String piece) {
        var text = heldBack + piece.replace("\0", "");
        var splits = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        heldBack = splits ? text.substring(text.length() - 1) : "";
        var whole = splits ? text.substring(0, text.length() - 1) : text;
        said.append(whole);
        return whole.isEmpty() ? List.of() : List.of(new Token(whole));
    }

    private List<ModelEvent> finish(String last) {
        var events = new ArrayList<ModelEvent>();
        if (said.isEmpty() && last.equals("content_filter")) {
            events.addAll(token(NEUTRAL_REFUSAL));
        }
        if (said.isEmpty()) {
            throw new ModelException(ModelFault.BROKEN, "The answer has no text, only the reason " + last);
        }
        finished = true;
        events.add(new Finished(refused ? "refusal" : last, Objects.requireNonNullElseGet(usage,
                () -> new Usage(prompt.tokens(), Tokens.estimate(said.toString())))));
        return events;
    }

    private JsonNode parse(String data) {
        try {
            return json.readTree(data);
        } catch (JacksonException e) {
            throw new ModelException(ModelFault.BROKEN, "A piece of the answer is no JSON", e, false, null);
        }
    }
}
