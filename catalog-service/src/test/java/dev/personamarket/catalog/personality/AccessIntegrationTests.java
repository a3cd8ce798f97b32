package dev.personamarket.catalog.personality;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.testing.TestIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@CatalogTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIntegrationTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestIdentity identity;

    private JsonNode document = JsonMapper.shared().createObjectNode();

    @BeforeAll
    void readTheInterface() {
        var bytes = client.mutate().codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1)).build().get()
                .uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody(byte[].class).returnResult()
                .getResponseBody();
        document = JsonMapper.shared().readTree(Objects.requireNonNull(bytes));
        assertThat(routes()).hasSizeGreaterThanOrEqualTo(20);
    }

    /** Every route of admins that the service says it has. */
    private Stream<Arguments> routes() {
        return document.path("paths").propertyStream().filter(path -> path.getKey().startsWith("/api/admin"))
                .flatMap(path -> path.getValue().propertyStream().map(operation -> arguments(
                        HttpMethod.valueOf(operation.getKey().toUpperCase()),
                        path.getKey().replace("{version}", "1").replaceAll("\\{[^}]+}",
                                UUID.randomUUID().toString()))));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyIsAskedToSignIn(HttpMethod method, String path) {
        answers(method, path, "", 401);
        answers(method, path, "Bearer nonsense", 401);
        answers(method, path, identity.expired("Ada").authorization(), 401);
        answers(method, path, identity.forged("Ada").authorization(), 401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void usersAreRefused(HttpMethod method, String path) {
        answers(method, path, identity.user("Uma").authorization(), 403);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theInterfaceSaysSo(HttpMethod method, String path) {
        var responses = document.path("paths").propertyStream()
                .filter(each -> path.matches(each.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(each -> each.getValue().path(method.name().toLowerCase()).path("responses"))
                .filter(JsonNode::isObject).findFirst().orElseThrow();

        assertThat(responses.propertyNames()).contains("401", "403");
        assertThat(responses.path("401").path("content").propertyNames()).containsExactly("application/problem+json");
    }

    private void answers(HttpMethod method, String path, String authorization, int status) {
        client.method(method).uri(path).headers(headers -> {
            if (!authorization.isEmpty()) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
            }
        }).exchange().expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
