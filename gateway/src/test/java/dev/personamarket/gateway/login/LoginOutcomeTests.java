package dev.personamarket.gateway.login;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import dev.personamarket.gateway.problems.Problem;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class LoginOutcomeTests {

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "text/html;q=0.9, application/json;q=0.1"})
    void aBrowserGoesBackToTheSite(String accept) {
        var exchange = accepting(accept);

        LoginOutcome.DENIED.tell(exchange, new LoginRefused(LoginOutcome.DENIED)).block();

        assertThat(exchange.getResponse().getHeaders().getLocation()).hasToString("/?login=denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/problem+json", "application/json, text/plain, */*",
            "text/html;q=0.1, application/json"})
    void aProgramGetsAProblem(String accept) {
        StepVerifier
                .create(LoginOutcome.UNAVAILABLE.tell(accepting(accept), new LoginRefused(LoginOutcome.UNAVAILABLE)))
                .verifyErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(Problem.class);
                    assertThat(((Problem) error).getBody().getType()).hasToString("/problems/login-unavailable");
                    assertThat(((Problem) error).getHeaders().getFirst("Retry-After")).isEqualTo("5");
                });
    }

    private static MockServerWebExchange accepting(String types) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(LoginPaths.CALLBACK).header("Accept", types));
    }
}
