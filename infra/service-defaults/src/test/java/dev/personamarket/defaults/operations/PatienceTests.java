package dev.personamarket.defaults.operations;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatienceTests {

    @Test
    void itLastsAsLongAsThereIsLessAndLess() {
        var patience = new Patience(Duration.ZERO, "%d words wait"::formatted);

        assertThatCode(() -> {
            patience.see(5);
            patience.see(4);
            patience.see(1);
        }).doesNotThrowAnyException();
    }

    @Test
    void itEndsWhenThereHasBeenNoLessForTooLong() {
        var patience = new Patience(Duration.ZERO, "%d words wait"::formatted);
        patience.see(5);

        assertThatThrownBy(() -> patience.see(5)).isInstanceOf(CannotRunException.class).hasMessage("5 words wait");
    }

    @Test
    void untilThenMoreIsNoReasonToEnd() {
        var patience = new Patience(Duration.ofHours(1), "%d words wait"::formatted);
        patience.see(5);

        assertThatCode(() -> patience.see(9)).doesNotThrowAnyException();
    }
}
