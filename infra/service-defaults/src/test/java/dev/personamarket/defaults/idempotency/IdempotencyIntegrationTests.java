package dev.personamarket.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestIdentity;

/** One request after the other. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PostOffice.class)
@AutoConfigureWebTestClient
@RealEngines(kafka = false)
class IdempotencyIntegrationTests {

    private static final String LETTERS = "/api/letters";

    @Autowired
    WebTestClient http;

    @Autowired
    TestIdentity identity;

    @Autowired
    PostOffice.Letters letters;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    DatabaseClient database;

    private final String word = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @Test
    void theSameRequestAgainIsAnsweredAsBefore() {
        var first = sent("arrives").expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED)
                .expectBody().returnResult();
        var again = sent("arrives").expectHeader().valueEquals(Answer.REPLAYED, "true").expectBody().returnResult();

        isTheSame(first, again);
        assertThat(again.getResponseHeaders().getETag()).isEqualTo("\"copy-1\"");
        assertThat(again.getResponseHeaders().getLocation()).hasPath("/api/letters/" + word);
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutABodyIsGivenAgainToo() {
        sent("arrives");
        var request = as("ada", "recall-" + key);

        var first = request.delete().uri(LETTERS + "/" + word).exchange().expectStatus().isNoContent().expectBody()
                .returnResult();
        isTheSame(first, request.delete().uri(LETTERS + "/" + word).exchange().expectBody().returnResult());
    }

    @Test
    void aRefusalIsGivenAgainToo() {
        var first = sent("is refused").expectStatus().isEqualTo(409).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().returnResult();

        isTheSame(first, sent("is refused").expectBody().returnResult());
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"breaks", "is too early", "is forbidden"})
    void aFailureFreesTheKey(String fate) {
        sent(fate).expectStatus().value(status -> assertThat(status).isIn(500, 429, 403));
        sent(fate).expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED);
        sent(fate).expectStatus().isCreated().expectHeader().valueEquals(Answer.REPLAYED, "true");
        assertThat(letters.copies(word)).isEqualTo(2);
    }

    @Test
    void theKeyStandsForOneRequestOnly() {
        sent("arrives").expectStatus().isCreated();

        isReused(sent("is refused"));
        isReused(send(as("ada", key), LETTERS + "?urgent", MediaType.APPLICATION_JSON, "arrives"));
        isReused(send(as("ada", key), LETTERS, MediaType.parseMediaType("application/json;v=2"), "arrives"));
        isReused(as("ada", key).delete().uri(LETTERS).exchange());
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @Test
    void aKeyIsItsCallersOwn() {
        send(as("ada", key), "arrives").expectStatus().isCreated();
        send(as("sam", key), "arrives").expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED);
        assertThat(letters.copies(word)).isEqualTo(2);
    }

    @Test
    void theKeyIsTheSameInQuotes() {
        send(as("ada", key), "arrives").expectStatus().isCreated();
        send(as("ada", '"' + key + '"'), "arrives").expectHeader().valueEquals(Answer.REPLAYED, "true");
    }

    @Test
    void withoutAKeyOrAUserNothingIsRemembered() {
        send(as("ada"), "arrives").expectStatus().isCreated();
        send(as("ada"), "arrives").expectStatus().isCreated();
        var nobody = http.mutate().defaultHeader(IdempotencyKey.HEADER, key).build();
        send(nobody, "arrives").expectStatus().isCreated();
        send(nobody, "arrives").expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED);
        assertThat(letters.copies(word)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "\"open"})
    void aMalformedKeyIsRefused(String malformed) {
        send(as("ada", malformed), "arrives").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.type").isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo("Idempotency-Key");
        assertThat(letters.copies(word)).isZero();
    }

    @Test
    void aBodyBeyondTheLimitIsTooLargeAndUsesNoKey() {
        send(as("ada", key), "x".repeat(2 << 20)).expectStatus().isEqualTo(413).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/content-too-large");
        sent("arrives").expectStatus().isCreated();
    }

    @Test
    void anAnswerThatIsTooLongToBeKeptIsGivenOnceAndTheRequestNotRunAgain() {
        sent("is long").expectStatus().isCreated().expectBody().jsonPath("$.remark").isNotEmpty();
        sent("is long").expectStatus().isEqualTo(409).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/answer-not-kept");
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        sent("arrives").expectStatus().isCreated();
        age("23 hours");
        sent("arrives").expectHeader().valueEquals(Answer.REPLAYED, "true");
        age("2 hours");
        sent("arrives").expectStatus().isCreated().expectHeader().doesNotExist(Answer.REPLAYED);
    }

    /** Makes all keys older, and cleans. */
    private void age(String time) {
        database.sql("UPDATE idempotency SET claimed_at = claimed_at - :time::interval").bind("time", time).then()
                .then(keys.forget()).block();
    }

    private ResponseSpec sent(String fate) {
        return send(as("ada", key), fate);
    }

    private ResponseSpec send(WebTestClient client, String fate) {
        return send(client, LETTERS, MediaType.APPLICATION_JSON, fate);
    }

    private ResponseSpec send(WebTestClient client, String uri, MediaType type, String fate) {
        return client.method(HttpMethod.POST).uri(uri).contentType(type)
                .bodyValue("{\"word\":\"%s\",\"fate\":\"%s\"}".formatted(word, fate)).exchange();
    }

    private WebTestClient as(String name, String keyOfTheRequest) {
        return as(name).mutate().defaultHeader(IdempotencyKey.HEADER, keyOfTheRequest).build();
    }

    private WebTestClient as(String name) {
        return http.mutate().defaultHeader(HttpHeaders.AUTHORIZATION, identity.user(name).authorization()).build();
    }

    private static void isReused(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(422).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/idempotency-key-reused");
    }

    private static void isTheSame(EntityExchangeResult<byte[]> first, EntityExchangeResult<byte[]> again) {
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(again.getResponseHeaders().getContentType()).isEqualTo(first.getResponseHeaders().getContentType());
        assertThat(again.getResponseHeaders().getFirst(Answer.REPLAYED)).isEqualTo("true");
    }
}
