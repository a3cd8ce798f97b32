package dev.personamarket.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import dev.personamarket.defaults.problems.Problem;

class IdempotencyKeyTests {

    @ParameterizedTest
    @CsvSource(delimiterString = " is ", quoteCharacter = '|', textBlock = """
            8e03978e-40d5-43dd-bc93-6894a57f9324 is 8e03978e-40d5-43dd-bc93-6894a57f9324
            "8e03978e-40d5-43dd-bc93-6894a57f9324" is 8e03978e-40d5-43dd-bc93-6894a57f9324
            ! is !
            ~,;\\' is ~,;\\'
            "a\\"b\\\\c" is a"b\\c
            """)
    void aKeyIsTheSameWithAndWithoutQuotes(String header, String key) {
        assertThat(IdempotencyKey.in(headers(header))).isEqualTo(key);
    }

    @Test
    void aKeyMayHave255Characters() {
        var longest = "k".repeat(255);
        assertThat(IdempotencyKey.in(headers(longest))).isEqualTo(longest);
        assertThat(IdempotencyKey.in(headers('"' + longest + '"'))).isEqualTo(longest);
    }

    @Test
    void everyVisibleCharacterButTheQuotationMarkNeedsNoQuotes() {
        IntStream.rangeClosed('!', '~').filter(character -> character != '"').mapToObj(Character::toString)
                .forEach(key -> assertThat(IdempotencyKey.in(headers(key))).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\"\"", "\"", "\"open", "a\"b", "\"a b\"", "\"a\\b\"", "\"a\"b\"",
            "\"a\";q=1", "é", "a\tb", "\u007F"})
    void anythingElseIsRefused(String header) {
        isRefused(headers(header));
    }

    @Test
    void aLongerKeyIsRefused() {
        isRefused(headers("k".repeat(256)));
        isRefused(headers('"' + "k".repeat(256) + '"'));
    }

    @Test
    void twoKeysAreRefused() {
        var headers = headers("one");
        headers.add("Idempotency-Key", "one");
        isRefused(headers);
    }

    private static void isRefused(HttpHeaders headers) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> IdempotencyKey.in(headers))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(400));
    }

    private static HttpHeaders headers(String key) {
        var headers = new HttpHeaders();
        headers.add("Idempotency-Key", key);
        return headers;
    }
}
