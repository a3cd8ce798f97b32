package dev.personamarket.simulators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.simulators.faults.ModelFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Running.class)
class ModelFaultTests {

    private Simulators simulators;
    private ModelSteps model;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        model = new ModelSteps(simulators);
    }

    @ParameterizedTest
    @CsvSource({"down, 503, server_error, ", "server-error, 500, server_error, ",
            "rate-limited, 429, requests, rate_limit_exceeded",
            "rate-limited-silent, 429, requests, rate_limit_exceeded",
            "insufficient-quota, 429, insufficient_quota, insufficient_quota"})
    void aRefusalIsAnErrorObject(String fault, int status, String type, String code) throws Exception {
        var response = streamWith(fault);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ModelSteps.json(response).at("/error/type").stringValue()).isEqualTo(type);
        assertThat(ModelSteps.json(response).at("/error/code").asString(null)).isEqualTo(code);
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(fault.equals("rate-limited"));
    }

    @Test
    void garbageIsNoJson() throws Exception {
        assertThat(streamWith("garbage").body()).startsWith("<html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"stream\":true", ""})
    void aConnectionThatDropsAmidTheAnswerEndsInAnError(String more) {
        assertThatThrownBy(() -> model.ask("treasure", more, ModelRoutes.FAULT_HEADER, "close-mid-answer"))
                .isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void whatHangsNeverAnswers() {
        assertThatThrownBy(() -> streamWith("hang")).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void anErrorComesAmidTheStream() throws Exception {
        var events = ModelSteps.events(streamWith("error-in-stream").body());

        assertThat(events.getFirst()).contains("assistant");
        assertThat(events.getLast()).startsWith("{\"error\":");
    }

    @Test
    void aStreamStopsWithoutSayingSo() throws Exception {
        assertThat(streamWith("no-done").body()).contains("Follow ").doesNotContain("[DONE]", "\"stop\"");
    }

    @Test
    void theFilterCutsTheAnswerOff() throws Exception {
        var response = streamWith("content-filter");
        assertThat(response.body()).contains("\"finish_reason\":\"content_filter\"").endsWith("data: [DONE]\n\n");

        var whole = ModelSteps.json(model.ask("treasure", "", ModelRoutes.FAULT_HEADER, "content-filter"));
        assertThat(whole.at("/choices/0/finish_reason").stringValue()).isEqualTo("content_filter");
    }

    @Test
    void anUnknownFaultIsABadRequest() throws Exception {
        assertThat(streamWith("bad-mood").statusCode()).isEqualTo(400);
    }

    @Test
    void faultsCanBeSetFromOutsideForSoManyCalls() throws Exception {
        simulators.cause(Fault.model(ModelFault.DOWN).times(2));

        assertThat(model.ask("treasure", "").statusCode()).isEqualTo(503);
        assertThat(model.ask("treasure", "").statusCode()).isEqualTo(503);
        assertThat(model.ask("treasure", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> streamWith(String fault) throws IOException, InterruptedException {
        return model.ask("treasure", ",\"stream\":true", ModelRoutes.FAULT_HEADER, fault);
    }
}
