package dev.personamarket.preview.conversation;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.testing.TestIdentity;

@PreviewServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewBadInputIntegrationTests {

    private static final String CHAT = "/api/marketplace/preview/{id}/chat";

    private final WebTestClient client;
    private final UUID orla;

    PreviewBadInputIntegrationTests(@Autowired WebTestClient client, @Autowired Catalogue catalogue,
            @Autowired ModelPeers peers) {
        this.client = client;
        this.orla = catalogue.published();
        peers.simulator();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"message\": null}", "{\"message\": \"\"}", "{\"message\": \" \\n \"}",
            "{\"message\": \"a\\u0007b\"}", "{\"message\": \"a\\ud800b\"}"})
    void aMessageSaysSomething(String json) {
        isProblem(say(json), 400, "invalid-request").jsonPath("$.errors[0].field").isEqualTo("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"message\": 5}", "{\"message\": [\"Hello\"]}", "{\"message\": \"a\\u0000b\"}",
            "{\"message\": \"Hello\", \"sessionId\": \"mine\"}", "{\"message\": \"Hello\", \"sessionId\": 5}",
            "{\"message\": \"Hello\"", "", "[]", "null", "\"Hello\""})
    void whatIsNoMessageIsRefused(String json) {
        isProblem(say(json), 400, "invalid-request");
    }

    @Test
    void aMessageHasAtMostTwoThousandCharacters() {
        say("{\"message\": \"" + "é🙂".repeat(1_000) + "\"}").expectStatus().isOk();
        isProblem(say("{\"message\": \"" + "x".repeat(2_001) + "\"}"), 400, "invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo("message");
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        isProblem(say("{\"message\": \"" + "x".repeat(2 << 20) + "\"}"), 413, "content-too-large");
    }

    @Test
    void whatIsNoIdIsRefused() {
        isProblem(client.post().uri(CHAT, "orla").bodyValue(new ChatRequest("Hello", null)).exchange(), 400,
                "invalid-request");
        isProblem(client.get().uri("/api/marketplace/preview/sessions/mine").exchange(), 400, "invalid-request");
    }

    @Test
    void anUnknownSessionIsNotFound() {
        isProblem(say("{\"message\": \"Hello\", \"sessionId\": \"" + UuidCreator.getTimeOrderedEpoch() + "\"}"), 404,
                "session-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "way-too-long-to-be-one-of-ours", "<script>alert(1)</sc>", "%00%00"})
    void aCookieThatIsNotOursIsNobody(String cookie) {
        isProblem(client.get().uri("/api/marketplace/preview/sessions/{id}", UuidCreator.getTimeOrderedEpoch())
                .header(HttpHeaders.COOKIE, Visitors.COOKIE + "=" + cookie).exchange(), 404, "session-not-found");
    }

    @Test
    void aBrokenTokenIsNotTakenForAVisitor(@Autowired TestIdentity identity) {
        isProblem(client.post().uri(CHAT, orla)
                .header(HttpHeaders.AUTHORIZATION, identity.forged("ada").authorization())
                .bodyValue(new ChatRequest("Hello", null)).exchange(), 401, "sign-in-needed");
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/plain"})
    void whoWantsNeitherStreamNorJsonGetsNothing(String accept) {
        isProblem(client.post().uri(CHAT, orla).accept(MediaType.parseMediaType(accept))
                .bodyValue(new ChatRequest("Hello", null)).exchange(), 406, "not-acceptable");
    }

    @Test
    void anAcceptHeaderThatIsNoneIsRefused() {
        isProblem(client.post().uri(CHAT, orla).header(HttpHeaders.ACCEPT, "nonsense")
                .bodyValue(new ChatRequest("Hello", null)).exchange(), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/marketplace/preview/019cad9d-d245-7ebe-b1c5-3e9a0a1e6334/chat",
            "PUT, /api/marketplace/preview/sessions/019cad9d-d245-7ebe-b1c5-3e9a0a1e6334"})
    void otherMethodsAreRefused(HttpMethod method, String path) {
        isProblem(client.method(method).uri(path).exchange(), 405, "method-not-allowed");
    }

    private ResponseSpec say(String json) {
        return client.post().uri(CHAT, orla).accept(MediaType.APPLICATION_JSON)
                .contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    private static BodyContentSpec isProblem(ResponseSpec response, int status, String slug) {
        return response.expectStatus().isEqualTo(status).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/" + slug).jsonPath("$.detail").isNotEmpty();
    }
}
