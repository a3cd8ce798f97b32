package dev.personamarket.catalog.live;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.personamarket.defaults.listening.Partitions;

import static org.assertj.core.api.Assertions.assertThat;

class PositionTests {

    private static final Partitions THREE = partitions(3, 42);

    @Test
    void isReadAsItWasWritten() {
        for (var offset : List.of(0L, 1L, 127L, 128L, 300L, 1_000_000L, Long.MAX_VALUE >> 1, Long.MAX_VALUE)) {
            var text = Position.of(THREE, List.of(offset, 0L, offset)).toString();

            assertThat(Position.parse(text, THREE)).get().hasToString(text);
        }
    }

    @Test
    void isShortEnoughToGoWithEveryEvent() {
        var eighteen = Position.of(partitions(18, 7), IntStream.range(0, 18).mapToObj(_ -> 1_000_000L).toList());

        assertThat(eighteen.toString()).hasSizeLessThanOrEqualTo(80).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isNoneElsewhere() {
        var text = Position.of(THREE, List.of(1L, 2L, 3L)).toString();

        assertThat(Position.parse(text, partitions(3, 43))).isEmpty();
        assertThat(Position.parse(text, partitions(4, 42))).isEmpty();
        assertThat(Position.parse(text, partitions(2, 42))).isEmpty();
    }

    static Stream<String> malformed() {
        return Stream.of("", "A", "AQ", "17", "not base64!", "ÄÖÜ", "====", "%00", "A".repeat(5_000),
                base64(2, 0, 0, 0, 42, 1, 2, 3), // another format
                base64(1, 0, 0, 0, 42, 1, 2), // too few offsets
                base64(1, 0, 0, 0, 42, 1, 2, 3, 4), // too many
                base64(1, 0, 0, 0, 42, 1, 2, -1), // one that does not end
                base64(1, 0, 0, 0, 42, 1, 2, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1)); // one that is too long
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String text) {
        assertThat(Position.parse(text, THREE)).isEmpty();
    }

    @Test
    void growsByWhatIsHeard() {
        var before = Position.of(THREE, List.of(5L, 5L, 5L));

        var after = before.after(1, 5);

        assertThat(after.has(1, 5)).isTrue();
        assertThat(before.has(1, 5)).isFalse();
        assertThat(after.reaches(before)).isTrue();
        assertThat(before.reaches(after)).isFalse();
    }

    @Test
    void twoTogetherHaveWhatEitherHas() {
        var one = Position.of(THREE, List.of(9L, 1L, 5L));
        var other = Position.of(THREE, List.of(1L, 9L, 5L));

        assertThat(one.with(other)).hasToString(Position.of(THREE, List.of(9L, 9L, 5L)).toString());
    }

    private static Partitions partitions(int number, int fingerprint) {
        return new Partitions(IntStream.range(0, number).mapToObj(i -> new TopicPartition("words", i)).toList(),
                fingerprint);
    }

    private static String base64(int... bytes) {
        var array = new byte[bytes.length];
        IntStream.range(0, bytes.length).forEach(i -> array[i] = (byte) bytes[i]);
        return Base64.getUrlEncoder().encodeToString(array);
    }
}
