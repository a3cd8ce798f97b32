package dev.personamarket.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;

import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestIdentity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests that meet while the first of them is being carried out. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PostOffice.class)
@AutoConfigureWebTestClient
@RealEngines(kafka = false)
class IdempotencyInFlightIntegrationTests {

    private static final int RIVALS = 20;

    @Autowired
    TestIdentity identity;

    @Autowired
    PostOffice office;

    @Autowired
    PostOffice.Letters letters;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    DatabaseClient database;

    @LocalServerPort
    int port;

    private final String word = UUID.randomUUID().toString();
    private WebClient client = WebClient.create();

    @BeforeEach
    void ada() {
        client = WebClient.builder().baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, identity.user("ada").authorization())
                .defaultHeader(IdempotencyKey.HEADER, word).defaultHeader("Caller", word)
                .defaultStatusHandler(_ -> true, _ -> Mono.empty()).build();
    }

    @Test
    void aRequestInFlightIsNotRunAgain() {
        var first = inFlight();

        var meanwhile = answer();
        assertThat(meanwhile.getStatusCode().value()).isEqualTo(409);
        assertThat(meanwhile.getBody()).contains("/problems/request-in-flight");
        assertThat(meanwhile.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");

        letters.gate(word, 1).tryEmitEmpty();
        assertThat(answer(first).getStatusCode().value()).isEqualTo(201);
        isReplayed(answer(), 1);
    }

    @Test
    void ofManyAtOnceOneIsRun() {
        letters.gate(word, 1).tryEmitEmpty();

        var answers = Flux.merge(Flux.range(0, RIVALS).map(_ -> send()), RIVALS).collectList().block();

        assertThat(answers).hasSize(RIVALS).filteredOn(answer -> answer.getStatusCode().value() == 201
                && !answer.getHeaders().containsHeader(Answer.REPLAYED)).hasSize(1);
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @Test
    void oneOfManyIsGrantedAKey() {
        assertThat(granted(request())).isEqualTo(1);
    }

    @Test
    void oneOfManyTakesAnAbandonedKeyOver() {
        var request = request();
        keys.claim(request).block();
        assertThat(granted(request)).isZero();

        abandon(request.key());
        assertThat(granted(request)).isEqualTo(1);
    }

    @Test
    void onlyTheSameRequestTakesAnAbandonedKeyOver() {
        var request = request();
        keys.claim(request).block();
        abandon(request.key());

        var other = new KeyedRequest(request.caller(), request.key(), new byte[]{1});
        assertThat(keys.claim(other).block()).isEqualTo(new Claim.OtherRequest());
    }

    @Test
    void whoComesBackAfterATakeOverChangesNothing() {
        var late = inFlight();
        abandon(word);
        var second = send().toFuture();
        await().until(() -> letters.copies(word) == 2);
        letters.gate(word, 2).tryEmitEmpty();
        assertThat(answer(second).getBody()).contains("\"copy\":2");
        letters.gate(word, 1).tryEmitEmpty();
        assertThat(answer(late).getBody()).contains("\"copy\":1");

        isReplayed(answer(), 2);
    }

    @Test
    void whatWasCarriedOutAfterItsCallerHungUpIsAnsweredToTheNext() {
        hangUp(inFlight());
        assertThat(answer().getStatusCode().value()).isEqualTo(409);

        letters.gate(word, 1).tryEmitEmpty();
        await().untilAsserted(() -> isReplayed(answer(), 1));
        assertThat(letters.copies(word)).isEqualTo(1);
    }

    @Test
    void whatFailedAfterItsCallerHungUpIsFree() {
        hangUp(inFlight());

        letters.gate(word, 1).tryEmitError(new IllegalStateException("torn"));
        await().until(() -> !isUsed());
    }

    private CompletableFuture<@Nullable ResponseEntity<String>> inFlight() {
        var first = send().toFuture();
        await().until(() -> letters.copies(word) == 1);
        return first;
    }

    /** Closes the connection, and waits until the server has seen it. */
    private void hangUp(CompletableFuture<@Nullable ResponseEntity<String>> call) {
        call.cancel(true);
        await().until(() -> office.gone.contains(word));
    }

    private ResponseEntity<String> answer() {
        return answer(send().toFuture());
    }

    private static ResponseEntity<String> answer(CompletableFuture<@Nullable ResponseEntity<String>> call) {
        return Objects.requireNonNull(call.join());
    }

    private Mono<ResponseEntity<String>> send() {
        return client.method(HttpMethod.POST).uri("/api/letters").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"word\":\"%s\",\"fate\":\"waits\"}".formatted(word)).retrieve().toEntity(String.class);
    }

    private static void isReplayed(ResponseEntity<String> answer, int copy) {
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getFirst(Answer.REPLAYED)).isEqualTo("true");
        assertThat(answer.getBody()).contains("\"copy\":" + copy);
    }

    private static KeyedRequest request() {
        return new KeyedRequest(UUID.randomUUID(), "key-" + UUID.randomUUID(), new byte[32]);
    }

    private long granted(KeyedRequest request) {
        return claims(request).stream().filter(Claim.Granted.class::isInstance).count();
    }

    private List<Claim> claims(KeyedRequest request) {
        var rivals = IntStream.range(0, RIVALS).mapToObj(_ -> keys.claim(request)).toList();
        return Objects.requireNonNull(Flux.merge(rivals).collectList().block());
    }

    /** As if the process that runs the request had died some time ago. */
    private void abandon(String key) {
        database.sql("UPDATE idempotency SET claimed_at = claimed_at - interval '31 seconds' WHERE key = :key")
                .bind("key", key).then().block();
    }

    private boolean isUsed() {
        return Boolean.TRUE.equals(database.sql("SELECT EXISTS (SELECT FROM idempotency WHERE key = :key)")
                .bind("key", word).mapValue(Boolean.class).one().block());
    }
}
