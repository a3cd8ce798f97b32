package dev.personamarket.benchmarks;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamReaderTests {

    private static final String ANSWER = """
            HTTP/1.1 200 OK\r
            transfer-encoding: chunked\r
            \r
            10\r
            id: A
            event: rat\r
            25\r
            ing
            data: {"event: rating":1}

            id: B
            \r
            19\r
            event: rating
            data: {}


            \r
            """;

    private final StreamReader reader = new StreamReader("event: rating");

    @Test
    void countsEachRatingHoweverItIsCut() {
        for (var cut = 1; cut < ANSWER.length(); cut++) {
            var pieces = new StreamReader("event: rating");
            pieces.read(bytes(ANSWER.substring(0, cut)));
            pieces.read(bytes(ANSWER.substring(cut)));

            assertThat(pieces.count()).isEqualTo(2);
            assertThat(pieces.isOpen()).isTrue();
        }
    }

    @Test
    void knowsTheEnd() {
        reader.read(bytes(ANSWER + "0\r\n\r\n"));

        assertThat(reader.isOpen()).isFalse();
    }

    @Test
    void isNoStreamIfItIsAnsweredOtherwise() {
        assertThatThrownBy(() -> reader.read(bytes("HTTP/1.1 503 Service Unavailable\r\n")))
                .hasMessageContaining("503");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
