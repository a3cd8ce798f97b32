package dev.personamarket.catalog.paging;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.defaults.problems.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTests {

    private final Cursor cursor = new Cursor("zoë of the sea", UUID.fromString("019cad9d-d245-7ebe-b1c5-3e9a0a1e6334"));

    @Test
    void comesBackAsItWent() {
        assertThat(Cursor.decode(cursor.encode("by name"), "by name")).isEqualTo(cursor);
    }

    @Test
    void isGoodForItsOwnListOnly() {
        var text = cursor.encode("by name");

        assertThatThrownBy(() -> Cursor.decode(text, "by rating")).isInstanceOf(Problem.class);
    }

    @Test
    void showsAnyCharacterThatWasAltered() {
        var text = cursor.encode("by name");

        IntStream.range(0, text.length()).forEach(at -> {
            var altered = new StringBuilder(text);
            altered.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Cursor.decode(altered.toString(), "by name")).isInstanceOf(Problem.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "!", "AAAA", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "🦊"})
    void isNothingThatSomebodyMadeUp(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, "by name")).isInstanceOf(Problem.class);
    }
}
