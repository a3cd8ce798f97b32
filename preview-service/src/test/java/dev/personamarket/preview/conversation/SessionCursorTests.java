package dev.personamarket.preview.conversation;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.defaults.problems.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SessionCursorTests {

    private static final UUID ORLA = UUID.fromString("019cad9d-d245-7ebe-b1c5-3e9a0a1e6334");

    private final SessionCursor cursor = new SessionCursor(ORLA, Instant.parse("2026-03-15T18:04:12.160Z"),
            UUID.fromString("019cf2ab-79a4-73f3-af1e-cebbd1410ab4"));

    @Test
    void comesBackAsItWent() {
        assertThat(SessionCursor.parse(cursor.toString(), ORLA)).isEqualTo(cursor);
    }

    @Test
    void isGoodForItsOwnListOnly() {
        assertThatThrownBy(() -> SessionCursor.parse(cursor.toString(), null)).isInstanceOf(Problem.class);
    }

    @Test
    void showsAnyCharacterThatWasAltered() {
        var text = cursor.toString();

        IntStream.range(0, text.length()).forEach(at -> {
            var altered = new StringBuilder(text);
            altered.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> SessionCursor.parse(altered.toString(), ORLA)).isInstanceOf(Problem.class);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE / 2_000})
    void isOfATimeThatTheDatabaseKnows(long millis) {
        var strange = new SessionCursor(null, Instant.ofEpochMilli(millis), cursor.id()).toString();

        assertThatThrownBy(() -> SessionCursor.parse(strange, null)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "!", "AAAA", "Ly8v", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "🦊"})
    void isNothingThatSomebodyMadeUp(String text) {
        assertThatThrownBy(() -> SessionCursor.parse(text, null)).isInstanceOf(Problem.class);
    }
}
