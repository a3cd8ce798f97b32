package dev.personamarket.catalog.personality;

import java.net.URI;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@CatalogTest
class BadInputIntegrationTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private Market market;

    @LocalServerPort
    private int port;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    private static Stream<Arguments> bodies() {
        var complete = Templates.complete().toString();
        return Stream.of(arguments("", 400), arguments("{", 400), arguments("null", 400), arguments("[]", 400),
                arguments("7", 400), arguments("\"text\"", 400), arguments("{}", 400),
                arguments(complete.replace("86", "\"86\""), 400), arguments(complete.replace("86", "86.5"), 400),
                arguments(complete.replace("86", "1e99"), 400), arguments(complete.replace("86", "{}"), 400),
                arguments(complete.replace("\"calm\"", "[\"calm\"]"), 400),
                arguments(complete.replace("\"companions\"", "{\"slug\":\"companions\"}"), 400),
                arguments(complete.replace("\"hidden\"", "true"), 400),
                arguments(complete.replace("lonely", "lon\\u0000ely"), 400),
                arguments(complete.replace("lonely", "lon\\ud83eely"), 400),
                arguments(complete.replace("wind", "a".repeat(2_000_000)), 413));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNoPersonalityIsRefusedAndNothingIsWritten(String body, int status) {
        client.post().uri("/api/admin/personalities")
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange()
                .expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(Market.body(market.administer(HttpMethod.GET, "")).path("total").asInt()).isZero();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var refused = market.administer(HttpMethod.POST, "", Templates.complete().put("name", "").put("category", "x"))
                .expectStatus().isBadRequest();

        var problem = Market.body(refused);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.path("errors").valueStream().map(error -> error.path("field").asString()))
                .containsExactly("name", "category");
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        market.administer(HttpMethod.POST, "", Templates.complete().put("colour", "blue")).expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource({"/personalities?limit=0, 400", "/personalities?limit=101, 400", "/personalities?limit=many, 400",
            "/personalities?limit=99999999999, 400", "/personalities?sort=best, 400", "/personalities?sort=, 200",
            "/personalities?cursor=nonsense, 400", "/personalities?cursor=, 400", "/personalities?search=%00, 400",
            "/personalities?tag=%00, 400", "/personalities/%00, 400", "/personalities?search=%FF%FE, 200",
            "/personalities?search=%27%3A*%20%26%20%7C%20%21%28%29%3C-%3E, 200", "/personalities?search=the, 200",
            "/personalities?search=%5C%5C%25_, 200", "/personalities?category=%27%3B--, 200",
            "/personalities/nobody, 404", "/personalities/019cad9d-d245-7ebe-b1c5-3e9a0a1e6334, 404",
            "/personalities/%F0%9F%A6%8A, 404", "/personalities/1-1-1-1-1, 404", "/avatars/nonsense/64.webp, 404",
            "/avatars/fallback/nonsense.svg, 400", "/nowhere, 404"})
    void anAddressThatSaysNothingIsAnsweredAsSuch(String address, int status) {
        client.get().uri(URI.create("http://localhost:%d/api/marketplace%s".formatted(port, address))).exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Test
    void tooLongASearchIsRefused() {
        market.visit("/personalities?search={text}", "a".repeat(201)).expectStatus().isBadRequest()
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void idsThatAreNoneAndMethodsThatAreNotThereAreRefused() {
        market.administer(HttpMethod.GET, "/nonsense").expectStatus().isBadRequest();
        market.administer(HttpMethod.GET, "/019cad9d-d245-7ebe-b1c5-3e9a0a1e6334").expectStatus().isNotFound();
        market.administer(HttpMethod.PATCH, "/019cad9d-d245-7ebe-b1c5-3e9a0a1e6334").expectStatus().isEqualTo(405)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        client.post().uri("/api/marketplace/personalities").exchange().expectStatus().isEqualTo(405);
        client.get().uri("/api/marketplace/personalities").accept(MediaType.TEXT_PLAIN).exchange().expectStatus()
                .isEqualTo(406);
        client.post().uri("/api/admin/personalities").contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization()).bodyValue("hello").exchange()
                .expectStatus().isEqualTo(415).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
