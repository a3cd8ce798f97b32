package dev.personamarket.simulators.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Running.class)
class ModelTests {

    private static final String STREAMED = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";

    private Simulators simulators;
    private ModelSteps model;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        model = new ModelSteps(simulators);
    }

    @Test
    void aStreamHasTheShapeThatClientsKnow() throws Exception {
        var response = model.ask("where is the treasure", STREAMED);

        assertThat(response.headers().firstValue("Content-Type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(ModelSteps.events(response.body())).last().isEqualTo("[DONE]");
        var chunks = ModelSteps.chunks(response.body());
        assertThat(chunks.getFirst().at("/choices/0/delta/role").stringValue()).isEqualTo("assistant");
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.path("id")).isEqualTo(chunks.getFirst().path("id"));
            assertThat(chunk.has("usage")).isTrue();
        });
        var finish = chunks.get(chunks.size() - 2);
        assertThat(finish.at("/choices/0/finish_reason").stringValue()).isEqualTo("stop");
        assertThat(finish.at("/choices/0/delta")).isEmpty();
        var usage = chunks.getLast();
        assertThat(usage.path("choices")).isEmpty();
        assertThat(usage.at("/usage/completion_tokens").asInt()).isEqualTo(chunks.size() - 3);
        assertThat(ModelSteps.text(chunks)).startsWith("Follow the gulls, lad.");
    }

    @Test
    void withoutBeingAskedThereIsNoUsageInAStream() throws Exception {
        assertThat(model.ask("where is the treasure", ",\"stream\":true").body()).doesNotContain("usage");
    }

    @Test
    void aWholeAnswerSaysTheSame() throws Exception {
        var answer = ModelSteps.json(model.ask("where is the treasure", ""));

        assertThat(answer.at("/choices/0/message/content").stringValue())
                .isEqualTo(ModelSteps.text(ModelSteps.chunks(model.ask("where is the treasure", STREAMED).body())));
        assertThat(answer.at("/usage/total_tokens").asInt()).isEqualTo(
                answer.at("/usage/prompt_tokens").asInt() + answer.at("/usage/completion_tokens").asInt());
    }

    @ParameterizedTest
    @CsvSource({"max_tokens", "max_completion_tokens"})
    void anAnswerEndsWhereItsTokensDo(String limit) throws Exception {
        var chunks = ModelSteps.chunks(model.ask("treasure", STREAMED + ",\"" + limit + "\":3").body());

        assertThat(ModelSteps.text(chunks)).isEqualTo("Follow the gulls, ");
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").stringValue()).isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model":"demonstration","messages":[]}                                     | 400 | messages
            {"model":"demonstration","messages":[{"role":"pirate","content":"x"}]}      | 400 | messages[0].role
            {"model":"demonstration","messages":[null]}                                 | 400 | messages[0].role
            {"model":"demonstration"}                                                   | 400 | messages
            {"messages":[{"role":"user","content":"x"}]}                                | 400 |
            {"model":"gpt-9","messages":[{"role":"user","content":"x"}]}                | 404 |
            {"model":                                                                   | 400 |
            {"model":"demonstration","messages":"x"}                                    | 400 |
            """)
    void aRequestThatIsWrongIsToldInOpenAisWords(String body, int status, String parameter) throws Exception {
        var response = model.post("/chat/completions", body);

        assertThat(response.statusCode()).isEqualTo(status);
        var error = ModelSteps.json(response).path("error");
        assertThat(error.path("type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asString(null)).isEqualTo(parameter);
    }

    @Test
    void onlyTheKeyOpensAnything() throws Exception {
        var response = model.ask("x", "", "Authorization", "Bearer sk-wrong");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(ModelSteps.json(response).at("/error/code").stringValue()).isEqualTo("invalid_api_key");
        assertThat(model.post("/nothing", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void discordAndTheModelStayOnTheirOwnPorts() throws Exception {
        assertThat(model.post("/../simulator/faults", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void wordsTakeTheirTimeAndSilenceIsBridged() throws Exception {
        try (var slow = Simulators.start("simulator.model.token-delay=120ms", "simulator.model.keep-alive=50ms")) {
            long before = System.nanoTime();
            var response = new ModelSteps(slow).ask("treasure", ",\"stream\":true,\"max_tokens\":3");

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(350));
            assertThat(response.body()).contains(": keep-alive\n\n").endsWith("data: [DONE]\n\n");
            assertThat(ModelSteps.text(ModelSteps.chunks(response.body()))).isEqualTo("Follow the gulls, ");
        }
    }

    @Test
    void moderationFlagsByItsList() throws Exception {
        var verdict = ModelSteps.json(model.post("/moderations", "{\"input\":[\"I will kill you\",\"good day\"]}"));

        assertThat(verdict.at("/results/0/flagged").booleanValue()).isTrue();
        assertThat(verdict.at("/results/0/categories/violence").booleanValue()).isTrue();
        assertThat(verdict.at("/results/1/flagged").booleanValue()).isFalse();
        assertThat(model.post("/moderations", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWasAskedCanBeReadLater() throws Exception {
        model.ask("treasure", "");

        assertThat(simulators.calls()).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/v1/chat/completions");
            assertThat(call.body()).contains("Captain Barnacle");
            assertThat(call.status()).isEqualTo(200);
        });
    }
}
