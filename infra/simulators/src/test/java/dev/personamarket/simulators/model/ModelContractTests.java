package dev.personamarket.simulators.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.personamarket.testing.OpenApi;
import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Every request here and every answer of ours fits OpenAI's own OpenAPI document. */
@ExtendWith(Running.class)
class ModelContractTests {

    private final OpenApi openAi = OpenApi.load("openai-openapi-subset.json");

    @Test
    void aWholeAnswer(Simulators simulators) throws Exception {
        String request = ModelSteps.request("treasure", "");
        openAi.assertRequest("POST", "/chat/completions", JsonMapper.shared().readTree(request));

        var response = new ModelSteps(simulators).post("/chat/completions", request);

        openAi.assertResponse("POST", "/chat/completions", 200, ModelSteps.json(response));
    }

    @Test
    void eachChunkOfAStream(Simulators simulators) throws Exception {
        String request = ModelSteps.request("treasure", ",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
        openAi.assertRequest("POST", "/chat/completions", JsonMapper.shared().readTree(request));

        var chunks = ModelSteps.chunks(new ModelSteps(simulators).post("/chat/completions", request).body());

        assertThat(chunks).hasSizeGreaterThan(4).allSatisfy(chunk -> openAi.assertFits(chunk,
                "/components/schemas/CreateChatCompletionStreamResponse", "a chunk"));
    }

    @Test
    void aRefusal(Simulators simulators) throws Exception {
        var response = new ModelSteps(simulators).ask("treasure", "", ModelRoutes.FAULT_HEADER, "rate-limited");

        openAi.assertFits(ModelSteps.json(response), "/components/schemas/ErrorResponse", "an error");
    }

    @Test
    void aModeration(Simulators simulators) throws Exception {
        String request = "{\"input\":\"good day\",\"model\":\"omni-moderation-latest\"}";
        openAi.assertRequest("POST", "/moderations", JsonMapper.shared().readTree(request));

        var response = new ModelSteps(simulators).post("/moderations", request);

        openAi.assertResponse("POST", "/moderations", 200, ModelSteps.json(response));
    }
}
