package dev.personamarket.gateway.problems;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class GatewayErrorsTests {

    private final JsonMapper json = new JsonMapper();
    private final GatewayErrors errors = new GatewayErrors(new ProblemWriter(json));
    private final MockServerWebExchange exchange = MockServerWebExchange
            .from(MockServerHttpRequest.get("/api/a?secret=b"));

    static Stream<Arguments> whatCanGoWrong() {
        return Stream.of(arguments(new ConnectException("secret"), 503, "/problems/service-unavailable"),
                arguments(new ConnectTimeoutException("secret"), 503, "/problems/service-unavailable"),
                arguments(new UnknownHostException("secret"), 503, "/problems/service-unavailable"),
                arguments(ReadTimeoutException.INSTANCE, 504, "/problems/service-timeout"),
                arguments(new TimeoutException("secret"), 504, "/problems/service-timeout"),
                arguments(new SocketException("secret"), 502, "/problems/service-failed"),
                arguments(new IOException("secret"), 502, "/problems/service-failed"),
                arguments(new IllegalStateException("secret"), 500, "/problems/internal-error"),
                arguments(new ResponseStatusException(HttpStatus.NOT_FOUND, "secret"), 404, "/problems/not-found"),
                arguments(new ResponseStatusException(HttpStatus.BAD_REQUEST, "secret"), 400,
                        "/problems/invalid-request"),
                arguments(new ResponseStatusException(HttpStatus.UNAUTHORIZED), 401, "/problems/sign-in-needed"),
                arguments(new ResponseStatusException(HttpStatus.FORBIDDEN), 403, "/problems/not-allowed"),
                arguments(new UnsupportedMediaTypeStatusException("secret"), 415, "/problems/unsupported-media-type"),
                arguments(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE), 413,
                        "/problems/content-too-large"));
    }

    @ParameterizedTest
    @MethodSource("whatCanGoWrong")
    void everythingIsAProblemAndNothingIsGivenAway(Throwable error, int status, String type) {
        errors.handle(exchange, error).block();

        var problem = answered();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.valueOf(status));
        assertThat(problem.path("type").asString()).isEqualTo(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asString()).isEqualTo("/api/a");
        assertThat(problem.toString()).doesNotContain("secret", "Exception");
    }

    @Test
    void saysWhichMethodsWouldDo() {
        errors.handle(exchange, new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.GET))).block();

        assertThat(exchange.getResponse().getHeaders().getAllow()).containsExactly(HttpMethod.GET);
        assertThat(answered().path("type").asString()).isEqualTo("/problems/method-not-allowed");
    }

    @Test
    void roundsTheTimeToWaitUp() {
        errors.handle(exchange, Problem.unavailable("x", "y", Duration.ofMillis(1_001))).block();

        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void whatHasBegunIsBrokenOff() {
        exchange.getResponse().setComplete().block();
        var error = new IllegalStateException("late");

        StepVerifier.create(errors.handle(exchange, error)).verifyErrorMatches(error::equals);
    }

    private JsonNode answered() {
        return json.readTree(exchange.getResponse().getBodyAsString().block(Duration.ofSeconds(1)));
    }
}
