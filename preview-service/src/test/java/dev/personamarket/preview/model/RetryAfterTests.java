package dev.personamarket.preview.model;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

    @ParameterizedTest
    @CsvSource({"Retry-After, 2, 2000", "Retry-After, 0, 0", "Retry-After, 1.5, 1500", "Retry-After-Ms, 250, 250"})
    void aNumber(String header, String value, long millis) {
        assertThat(RetryAfter.of(headers(header, value))).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aDate() {
        var date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(RetryAfter.of(headers("Retry-After", date))).isBetween(Duration.ofSeconds(25),
                Duration.ofSeconds(30));
    }

    @Test
    void aDateThatIsOverMeansNow() {
        assertThat(RetryAfter.of(headers("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "NaN", "1e300"})
    void whatCannotBeReadIsNotThere(String value) {
        assertThat(RetryAfter.of(headers("Retry-After", value))).isNull();
    }

    private static HttpHeaders headers(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }
}
