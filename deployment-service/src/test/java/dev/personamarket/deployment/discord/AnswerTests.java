package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import dev.personamarket.deployment.discord.DiscordFailure.Kind;
import tools.jackson.databind.json.JsonMapper;

class AnswerTests {

    private static final Route ROUTE = Route.ofBot(HttpMethod.GET, "/guilds/{server}", "3001");

    @ParameterizedTest(name = "{0} with code {1}: {2}")
    @CsvSource({"401, 0, UNAUTHORIZED", "401, 50014, UNAUTHORIZED", "403, 50013, FORBIDDEN", "403, 50001, NOT_THERE",
            "403, 0, FORBIDDEN", "403, 40333, UNAVAILABLE", "404, 10004, NOT_THERE", "404, 0, NOT_THERE",
            "400, 50035, REFUSED", "429, 0, RATE_LIMITED", "500, 0, UNAVAILABLE", "502, 0, UNAVAILABLE",
            "503, 0, UNAVAILABLE", "302, 0, UNAVAILABLE"})
    void eachErrorHasItsMeaning(int status, int code, Kind kind) {
        fails(answer(status, "{\"message\": \"…\", \"code\": %d}".formatted(code)), kind);
    }

    @ParameterizedTest(name = "{0} in HTML: {1}")
    @CsvSource({"200, UNAVAILABLE", "401, UNAVAILABLE", "403, UNAVAILABLE", "404, UNAVAILABLE", "429, RATE_LIMITED",
            "503, UNAVAILABLE"})
    void whatIsNoJsonIsNotDiscordsAnswer(int status, Kind kind) {
        fails(answer(status, "<!DOCTYPE html><title>Just a moment...</title>"), kind);
    }

    @Test
    void anEmptyAnswerIsGoodOnlyWhereNothingIsSaid() {
        assertThat(answer(204, "").orFailure(ROUTE).status()).isEqualTo(204);
        fails(answer(200, ""), Kind.UNAVAILABLE);
    }

    @Test
    void theBodyTellsTheTimeMoreExactlyThanTheHeader() {
        var headers = new HttpHeaders();
        headers.set("Retry-After", "65");

        assertThat(answer(429, "{\"retry_after\": 64.57}", headers).retryAfter()).isEqualTo(Duration.ofMillis(64570));
        assertThat(answer(429, "", headers).retryAfter()).isEqualTo(Duration.ofSeconds(65));
        assertThat(answer(429, "").retryAfter()).isPositive();
    }

    private static void fails(Answer answer, Kind kind) {
        assertThatExceptionOfType(DiscordFailure.class).isThrownBy(() -> answer.orFailure(ROUTE))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static Answer answer(int status, String body) {
        return answer(status, body, new HttpHeaders());
    }

    private static Answer answer(int status, String body, HttpHeaders headers) {
        return Answer.read(status, headers, body.getBytes(StandardCharsets.UTF_8), JsonMapper.shared());
    }
}
