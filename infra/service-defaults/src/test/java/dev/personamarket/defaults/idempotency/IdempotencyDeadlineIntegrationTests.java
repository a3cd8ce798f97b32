package dev.personamarket.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestIdentity;

/** Nobody waits for a request for ever. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PostOffice.class, properties = "marketplace.idempotency.take-over-after=500ms")
@AutoConfigureWebTestClient
@RealEngines(kafka = false)
class IdempotencyDeadlineIntegrationTests {

    @Autowired
    WebTestClient http;

    @Autowired
    TestIdentity identity;

    @Autowired
    PostOffice.Letters letters;

    private final String word = UUID.randomUUID().toString();

    @Test
    void aRequestThatTakesTooLongIsGivenUpAndItsKeyIsFree() {
        send().expectStatus().isEqualTo(503).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/took-too-long");

        letters.gate(word, 2).tryEmitEmpty();
        send().expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED);
        assertThat(letters.copies(word)).isEqualTo(2);
    }

    private ResponseSpec send() {
        return http.post().uri("/api/letters").header(IdempotencyKey.HEADER, word)
                .header(HttpHeaders.AUTHORIZATION, identity.user("ada").authorization())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"word\":\"%s\",\"fate\":\"waits\"}".formatted(word)).exchange();
    }
}
