package dev.personamarket.rating.rating;

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
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.rating.Catalogue;
import dev.personamarket.rating.RatingServiceTest;
import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestIdentity;
import reactor.test.StepVerifier;

@RatingServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RatingBadInputIntegrationTests {

    private final People people;
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
    void aBodyOfTwoMegabytesIsTooLarge() {
        isProblem(people.tryToRate("ada", personality, "{\"stars\": 5, \"review\": \"" + "x".repeat(2 << 20) + "\"}"),
                413, "content-too-large");
    }

    @Test
    void whatIsNoIdIsRefused() {
        isRefused(people.tryToRate("ada", "not-an-id", "{\"stars\": 5}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?cursor=nonsense", "?cursor=",
            "?cursor=MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkw"})
    void whatIsNoPageIsRefused(String query) {
        isRefused(people.reviews(personality, query));
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
