package dev.personamarket.preview.guard;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanariesTests {

    private final UUID session = new UUID(3, 4);
    private final Canaries keyed = new Canaries(new GuardProperties("a secret that all instances have"));
    private final Canaries keyless = new Canaries(new GuardProperties(""));

    @Test
    void allInstancesAgree() {
        assertThat(keyed.of(Orla.HIDDEN, session)).matches("[0-9a-f]{32}")
                .isEqualTo(
                        new Canaries(new GuardProperties("a secret that all instances have")).of(Orla.HIDDEN, session));
        assertThat(keyless.of(Orla.HIDDEN, session)).matches("[0-9a-f]{32}")
                .isEqualTo(new Canaries(new GuardProperties("")).of(Orla.HIDDEN, session));
    }

    @Test
    void eachSessionAndEachSecretHasItsOwn() {
        assertThat(keyed.of(Orla.HIDDEN, session)).isNotEqualTo(keyed.of(Orla.HIDDEN, new UUID(3, 5)))
                .isNotEqualTo(keyless.of(Orla.HIDDEN, session))
                .isNotEqualTo(new Canaries(new GuardProperties("another")).of(Orla.HIDDEN, session));
    }

    @Test
    void theSecretDoesNotPrintItself() {
        assertThat(new GuardProperties("a secret").toString()).doesNotContain("a secret");
    }
}
