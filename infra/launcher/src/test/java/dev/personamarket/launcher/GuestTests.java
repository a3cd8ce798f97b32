package dev.personamarket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

class GuestTests {

    private final Addresses addresses = Addresses.free();

    @Test
    void isToldWhereEverythingIsAndAnswersForItself() throws InterruptedException {
        var knows = "test \"$MARKETPLACE_URL\" = %s && test -n \"$DISCORD_SIMULATOR_URL$MODEL_SIMULATOR_URL\" && exit 7"
                .formatted(addresses.publicUrl());

        assertThat(new Guest(List.of("sh", "-c", knows)).visit(addresses)).isEqualTo(7);
    }

    @Test
    void whoCannotComeIsOneClearLine() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new Guest(List.of("no-such-command")).visit(addresses))
                .withMessageStartingWith("no-such-command cannot be run: ");
    }
}
