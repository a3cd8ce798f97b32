package dev.personamarket.catalog.personality;

import java.util.UUID;
import java.util.stream.Stream;

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

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

@CatalogTest
class AccessIntegrationTests {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestIdentity identity;

    private static Stream<Arguments> routes() {
        var one = "/" + UUID.randomUUID();
        return Stream.of(arguments(GET, ""), arguments(POST, ""), arguments(GET, one), arguments(PUT, one),
                arguments(DELETE, one), arguments(POST, one + "/publish"), arguments(POST, one + "/restore"),
                arguments(PUT, one + "/avatar"), arguments(DELETE, one + "/avatar"));
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

    private void answers(HttpMethod method, String path, String authorization, int status) {
        client.method(method).uri("/api/admin/personalities" + path).headers(headers -> {
            if (!authorization.isEmpty()) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
            }
        }).exchange().expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
