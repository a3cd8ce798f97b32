package dev.personamarket.preview.model;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The shapes that servers are known to stream. */
class AnswerReaderTests {

    private static final Prompt PROMPT = new Prompt(List.of(ChatMessage.user("Hello there, how are you?")), "sha256:0",
            Generation.USUAL);

    private final AnswerReader reader = new AnswerReader(JsonMapper.shared(), PROMPT);

    @Test
    void openAiWithUsageAndObfuscation() {
        assertThat(
                read("""
                        {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"gpt","service_tier":"default","choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"x8"}
                        {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"Hel"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"a"}
                        {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"lo"},"logprobs":null,"finish_reason":null}],"usage":null}
                        {"id":"chatcmpl-1","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}
                        {"id":"chatcmpl-1","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}}
                        [DONE]"""))
                .containsExactly(new Token("Hel"), new Token("lo"), new Finished("stop", new Usage(9, 12)));
    }

    @Test
    void azureBeginsWithFilterResultsAndNoChoices() {
        assertThat(read("""
                {"choices":[],"prompt_filter_results":[{"prompt_index":0}]}
                {"choices":[{"index":0,"delta":{"content":"Hi"},"content_filter_results":{},"finish_reason":null}]}
                {"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}
                [DONE]""")).containsExactly(new Token("Hi"), estimated("length", 1));
    }

    @Test
    void ollamaSendsUsageWithTheLastPiece() {
        assertThat(
                read("""
                        {"model":"llama3","choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"},"finish_reason":null}]}
                        {"model":"llama3","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}],"usage":{"prompt_tokens":26,"completion_tokens":1}}
                        [DONE]"""))
                .containsExactly(new Token("Hi"), new Finished("stop", new Usage(26, 1)));
    }

    @Test
    void someLeaveOutTheReasonAndSayDone() {
        assertThat(read("""
                {"choices":[{"delta":{"content":"Hi"}}]}
                [DONE]""")).containsExactly(new Token("Hi"), estimated("stop", 1));
    }

    @Test
    void someLeaveOutDoneAfterTheReason() {
        assertThat(read("""
                {"choices":[{"delta":{"content":"Hi"}}]}
                {"choices":[{"delta":{},"finish_reason":"stop"}]}""")).containsExactly(new Token("Hi"));
        assertThat(reader.end()).containsExactly(estimated("stop", 1));
    }

    @Test
    void whatComesAfterDoneIsNotRead() {
        assertThat(read("""
                {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}
                [DONE]
                garbage""")).hasSize(2);
        assertThat(reader.end()).isEmpty();
    }

    @Test
    void aRefusalIsSaidInPlaceOfContent() {
        assertThat(read("""
                {"choices":[{"delta":{"content":null,"refusal":"I cannot "}}]}
                {"choices":[{"delta":{"refusal":"do that."}}]}
                {"choices":[{"delta":{},"finish_reason":"stop"}]}
                [DONE]""")).containsExactly(new Token("I cannot "), new Token("do that."), estimated("refusal", 5));
    }

    @Test
    void anAnswerThatWasFilteredAwayIsANeutralRefusal() {
        assertThat(read("""
                {"choices":[{"delta":{},"finish_reason":"content_filter"}]}
                [DONE]""")).first().isEqualTo(new Token(AnswerReader.NEUTRAL_REFUSAL));
    }

    @Test
    void anAnswerThatWasCutByTheFilterKeepsItsBeginning() {
        assertThat(read("""
                {"choices":[{"delta":{"content":"Once"}}]}
                {"choices":[{"delta":{},"finish_reason":"content_filter"}]}
                [DONE]""")).containsExactly(new Token("Once"), estimated("content_filter", 1));
    }

    @Test
    void aCharacterThatWasTornApartIsPutTogether() {
        assertThat(read("""
                {"choices":[{"delta":{"content":"a\\ud83d"}}]}
                {"choices":[{"delta":{"content":"\\ude42b\\u0000"}}]}""")).containsExactly(new Token("a"),
                new Token("🙂b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\",\"code\":null}}",
            "{\"error\":\"overloaded\"}", "<html>", "{\"choices\":", "[DONE]",
            "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n[DONE]"})
    void whatIsNoAnswerIsAFault(String data) {
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> read(data))
                .matches(error -> error.fault() == ModelFault.BROKEN && !error.isRetryable());
    }

    @Test
    void anEmptyAccountIsToldApart() {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> read("{\"error\":{\"code\":\"insufficient_quota\"}}"))
                .matches(error -> error.fault() == ModelFault.QUOTA);
    }

    @Test
    void anAnswerThatBreaksOffIsAFault() {
        read("{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}");

        assertThatExceptionOfType(ModelException.class).isThrownBy(reader::end);
    }

    private List<ModelEvent> read(String lines) {
        var events = new ArrayList<ModelEvent>();
        lines.lines().forEach(line -> events.addAll(reader.read(line)));
        return events;
    }

    private static Finished estimated(String reason, int completionTokens) {
        return new Finished(reason, new Usage(PROMPT.tokens(), completionTokens));
    }
}
