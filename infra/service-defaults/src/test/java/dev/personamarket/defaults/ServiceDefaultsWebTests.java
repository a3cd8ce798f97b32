package dev.personamarket.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.AccessRules;
import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.testing.RealEngines;
import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.r2dbc.properties.statementTimeout=PT0.2S")
@AutoConfigureWebTestClient
@RealEngines
class ServiceDefaultsWebTests {

    @Autowired
    WebTestClient http;

    @Autowired
    TestIdentity identity;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    static Stream<Arguments> faultyRequests() {
        return Stream.of(faulty("GET", "/api/nowhere", "", 404, "not-found"),
                faulty("DELETE", "/api/books", "", 405, "method-not-allowed"),
                faulty("GET", "/api/books/not-a-number", "", 400, "invalid-request"),
                faulty("GET", "/api/books?limit=0", "", 400, "invalid-request"),
                faulty("GET", "/api/books?limit=many", "", 400, "invalid-request"),
                faulty("GET", "/api/books?title=%00", "", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":{}}", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":17,\"pages\":1}", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":\"a\",\"pages\":1.5}", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":\"a\",\"pages\":\"1\"}", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":\"a\\u0000b\",\"pages\":1}", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":\"\",\"pages\":1}", 400, "invalid-request"),
                faulty("POST", "/api/books", "", 400, "invalid-request"),
                faulty("POST", "/api/books", "{\"title\":\"" + "x".repeat(2_000_000) + "\"}", 413, "content-too-large"),
                faulty("GET", "/api/books/409", "", 409, "book-borrowed"),
                faulty("GET", "/api/books/500", "", 500, "internal-error"),
                faulty("GET", "/api/books/503", "", 503, "temporarily-unavailable"),
                faulty("GET", "/api/shelves", "", 503, "temporarily-unavailable"));
    }

    private static Arguments faulty(String method, String path, String body, int status, String problem) {
        return Arguments.of(method, path, body, status, problem);
    }

    @ParameterizedTest
    @MethodSource("faultyRequests")
    void everyFaultIsAProblem(String method, String path, String body, int status, String problem) {
        http.method(HttpMethod.valueOf(method)).uri(URI.create("http://localhost:" + port + path))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body).exchange().expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                .jsonPath("$.type").isEqualTo("/problems/" + problem).jsonPath("$.status").isEqualTo(status)
                .jsonPath("$.title").isNotEmpty().jsonPath("$.detail").isNotEmpty();
    }

    @Test
    void anInvalidBodyNamesEachFieldThatIsWrong() {
        http.post().uri("/api/books").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"title\":\" \",\"pages\":9999}").exchange().expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors.length()").isEqualTo(2)
                .jsonPath("$.errors[?(@.field=='title')].message").isEqualTo("must not be blank")
                .jsonPath("$.errors[?(@.field=='pages')].message").isEqualTo("must be less than or equal to 5000");
    }

    @Test
    void otherContentThanJsonIsRefused() {
        http.post().uri("/api/books").contentType(MediaType.TEXT_PLAIN).bodyValue("a book").exchange()
                .expectStatus().isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE).expectBody()
                .jsonPath("$.type").isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void anUnexpectedFaultTellsNothingOfItsCause() {
        var body = http.get().uri("/api/books/500").exchange().expectBody(String.class).returnResult()
                .getResponseBody();
        assertThat(body).doesNotContain("secret", "Exception", "dev.personamarket");
    }

    @Test
    void aCallerIsKnownByTheTokenAlone() {
        var alice = identity.user("alice");
        http.get().uri("/api/me").header("Authorization", alice.authorization()).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.id").isEqualTo(alice.id().toString()).jsonPath("$.name").isEqualTo("alice");
        http.get().uri("/api/maybe").exchange().expectStatus().isOk().expectBody(String.class).isEqualTo("nobody");
        http.get().uri("/api/maybe").header("Authorization", alice.authorization()).exchange()
                .expectBody(String.class).isEqualTo("alice");
    }

    @Test
    void withoutAValidTokenNobodyGetsIn() {
        Stream.of("", "Bearer nonsense", identity.expired("alice").authorization(),
                identity.forged("alice").authorization())
                .forEach(authorization -> Stream.of("/api/me", "/api/ruled", "/api/admin/books")
                        .forEach(path -> http.get()
                                .uri(path).headers(headers -> headers.set("Authorization", authorization)).exchange()
                                .expectStatus().isUnauthorized()
                                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                                .expectBody().jsonPath("$.type").isEqualTo("/problems/sign-in-needed")));
    }

    @Test
    void administrationNeedsAnAdmin() {
        assertThat(statusOfAdministration(identity.user("alice"))).isEqualTo(403);
        assertThat(statusOfAdministration(identity.admin("root"))).isEqualTo(200);
    }

    private int statusOfAdministration(TestCaller caller) {
        return http.get().uri("/api/admin/books").header("Authorization", caller.authorization()).exchange()
                .returnResult(Void.class).getStatus().value();
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        var management = WebTestClient.bindToServer().baseUrl("http://localhost:" + managementPort).build();
        management.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        management.get().uri("/actuator/prometheus").exchange().expectStatus().isOk().expectBody(String.class)
                .value(text -> assertThat(text).contains("jvm_memory_used_bytes", "r2dbc_pool_acquired"));
        http.get().uri("/actuator/health").exchange().expectStatus().isNotFound();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Books.class)
    static class Application {

        @Bean
        AccessRules access() {
            return routes -> routes.pathMatchers("/api/ruled").authenticated();
        }
    }

    record Book(@NotBlank String title, @Max(5000) int pages) {}

    @RestController
    static class Books {

        private final DatabaseClient database;

        Books(DatabaseClient database) {
            this.database = database;
        }

        @PostMapping("/api/books")
        Mono<Book> add(@Valid @RequestBody Book book) {
            return Mono.just(book);
        }

        @GetMapping("/api/books")
        Mono<Integer> list(@RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit) {
            return Mono.just(limit);
        }

        @GetMapping("/api/books/{number}")
        Mono<String> read(@PathVariable int number) {
            return switch (number) {
                case 409 -> Mono.error(Problem.of(HttpStatus.CONFLICT, "book-borrowed", "Somebody else has it."));
                case 503 -> Mono.error(new DataAccessResourceFailureException("no connection"));
                default -> Mono.error(new IllegalStateException("secret"));
            };
        }

        @GetMapping("/api/shelves")
        Mono<Long> countForAges() {
            return database.sql("SELECT 1 FROM pg_sleep(60)").fetch().rowsUpdated();
        }

        @GetMapping("/api/me")
        Mono<Caller> me(Caller caller) {
            return Mono.just(caller);
        }

        @GetMapping({"/api/maybe", "/api/ruled"})
        Mono<String> maybe(Optional<Caller> caller) {
            return Mono.just(caller.map(Caller::name).orElse("nobody"));
        }

        @GetMapping("/api/admin/books")
        Mono<String> administer() {
            return Mono.just("all books");
        }
    }
}
