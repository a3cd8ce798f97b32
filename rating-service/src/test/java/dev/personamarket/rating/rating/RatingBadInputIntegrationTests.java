package dev.personamarket.rating.rating;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.outbox.Outbox;
import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.rating.subject.Subjects;
import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestIdentity;
import io.r2dbc.spi.ConnectionFactory;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

@RatingServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RatingBadInputIntegrationTests {

    private static final String FIVE = "{\"stars\": 5}";

    private final People people;
    private final Catalogue catalogue;
    private final UUID personality;

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestIdentity identity;

    @Autowired
    private Ratings ratings;

    RatingBadInputIntegrationTests(@Autowired WebTestClient client, @Autowired TestIdentity identity,
            @Autowired Catalogue catalogue) {
        people = new People(client, identity);
        this.catalogue = catalogue;
        personality = catalogue.published();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"stars\": 0}", "{\"stars\": 6}", "{\"stars\": -1}", "{}", "{\"stars\": null}"})
    void starsMustBeOneToFive(String json) {
        isRefused(people.tryToRate("ada", personality, json)).jsonPath("$.errors[0].field").isEqualTo("stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"stars\": 4.5}", "{\"stars\": \"five\"}", "{\"stars\": \"5\"}", "{\"stars\": [5]}",
            "{\"stars\": true}", "{\"stars\": 99999999999999999999}", "{\"stars\": 5", "", "[]", "null", "5",
            "{\"stars\": 5, \"review\": {}}", "{\"stars\": 5, \"review\": 5}",
            "{\"stars\": 5, \"review\": \"\\u0000\"}"})
    void whatIsNoRatingIsRefused(String json) {
        isRefused(people.tryToRate("ada", personality, json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0007", "\\u001b[31m", "\\u0085", "\\ud800"})
    void aReviewHasNoControlCharacters(String character) {
        isRefused(people.tryToRate("ada", personality, "{\"stars\": 5, \"review\": \"a" + character + "b\"}"))
                .jsonPath("$.errors[0].field").isEqualTo("review");
    }

    @Test
    void aReviewHasAtMostTwoThousandCharacters() {
        var longest = "é🙂".repeat(1_000);

        people.rate("lou", personality, 5, longest);
        isRefused(people.tryToRate("lou", personality, "{\"stars\": 5, \"review\": \"" + longest + "x\"}"))
                .jsonPath("$.errors[0].field").isEqualTo("review");
    }

    @Test
    void aBodyOfAMegabyteIsTooLarge() {
        isProblem(people.tryToRate("ada", personality, "{\"stars\": 5, \"review\": \"" + "x".repeat(1 << 20) + "\"}"),
                413, "content-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "\\n", "\u0301", "\u200d", "\u202e", "\ud83d\ude42"})
    void aReviewOfAlmostAMegabyteIsRefusedAtOnce(String character) {
        var review = character.repeat(900_000 / character.length() / 4);

        isRefused(people.tryToRate("ada", personality, "{\"stars\": 5, \"review\": \"" + review + "\"}"))
                .jsonPath("$.errors[0].field").isEqualTo("review");
    }

    @Test
    void whyARatingIsRefusedIsSaid() {
        var own = catalogue.publishedBy(identity.user("ada").id());

        isProblem(people.tryToRate("ada", own, FIVE), 403, "own-personality");
        isProblem(people.tryToRate("ada", catalogue.archived(), FIVE), 409, "personality-archived");
        isProblem(people.tryToRate("ada", UUID.randomUUID(), FIVE), 404, "personality-not-found");
    }

    /** Neither switched on nor seen over HTTP elsewhere: whoever has not used it is told what to do. */
    @Test
    void whereUseIsRequiredItComesFirst(@Autowired Subjects subjects, @Autowired DatabaseClient database,
            @Autowired ConnectionFactory connections, @Autowired Outbox outbox, @Autowired Crowd crowd) {
        var strict = new RatingProperties(true, new RatingProperties.Prior(10, 3.5), new RatingProperties.Weight(1, 3));
        var controller = new RatingController(new Ratings(connections, database, outbox, strict),
                new Admission(subjects, database, strict));
        var ada = new Caller(UUID.randomUUID(), "Ada", null, Set.of("user"));
        var rate = controller.rate(personality, new RateRequest(5, null), ada);

        StepVerifier.create(rate).verifyErrorSatisfies(error -> assertThat(((Problem) error).getBody().getType())
                .hasToString("/problems/use-it-first"));
        crowd.use(personality, ada.id()).block();
        StepVerifier.create(rate).assertNext(rated -> assertThat(rated.rating().verified()).isTrue()).verifyComplete();
        StepVerifier.create(controller.withdraw(personality, ada).then(rate)).expectNextCount(1).verifyComplete();
    }

    @Test
    void whatIsNoIdIsRefused() {
        isRefused(people.tryToRate("ada", "not-an-id", "{\"stars\": 5}"));
    }

    @ParameterizedTest
    @CsvSource({"POST, rate", "GET, rating", "DELETE, rating"})
    void onlyWhoIsSignedInHasARating(HttpMethod method, String route) {
        isProblem(call(method, route, null), 401, "sign-in-needed");
        isProblem(call(method, route, identity.forged("ada")), 401, "sign-in-needed");
        isProblem(call(method, route, identity.expired("ada")), 401, "sign-in-needed");
    }

    @ParameterizedTest
    @CsvSource({"GET, rate", "PUT, rating", "POST, ratings"})
    void otherMethodsAreRefused(HttpMethod method, String route) {
        isProblem(call(method, route, identity.user("ada")), 405, "method-not-allowed");
    }

    @Test
    void otherMediaTypesAreRefused() {
        isProblem(client.post().uri("/api/marketplace/personalities/{id}/rate", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user("ada").authorization())
                .contentType(MediaType.TEXT_PLAIN).bodyValue("5").exchange(), 415, "unsupported-media-type");
    }

    /** Whatever gets past the door: the table itself refuses. */
    @Test
    void theDatabaseKeepsStarsInRangeToo() {
        var key = new RatingKey(personality, UUID.randomUUID());

        StepVerifier.create(ratings.rate(key, new RateRequest(6, null))).verifyError(RuntimeException.class);
        StepVerifier.create(ratings.find(key)).verifyComplete();
    }

    private ResponseSpec call(HttpMethod method, String route, @Nullable TestCaller caller) {
        return client.method(method).uri("/api/marketplace/personalities/{id}/{route}", personality, route)
                .headers(headers -> {
                    if (caller != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, caller.authorization());
                    }
                }).exchange();
    }

    private static WebTestClient.BodyContentSpec isRefused(ResponseSpec response) {
        return isProblem(response, 400, "invalid-request");
    }

    private static WebTestClient.BodyContentSpec isProblem(ResponseSpec response, int status, String slug) {
        return response.expectStatus().isEqualTo(status).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.type")
                .isEqualTo("/problems/" + slug).jsonPath("$.detail").isNotEmpty();
    }
}
