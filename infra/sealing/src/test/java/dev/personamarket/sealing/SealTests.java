package dev.personamarket.sealing;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SealTests {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    @Test
    void whatIsSealedCannotBeReadAndIsNeverTheSameTwice() {
        var seal = sealWith(NEW);

        var sealed = seal.seal("session", "a secret");

        assertThat(sealed).doesNotContain("secret").isNotEqualTo(seal.seal("session", "a secret"));
        assertThat(seal.open("session", sealed)).contains("a secret");
    }

    @Test
    void anotherPurposeDoesNotOpenIt() {
        var seal = sealWith(NEW);

        assertThat(seal.open("login", seal.seal("session", "a secret"))).isEmpty();
    }

    @Test
    void aChangedByteIsNoticed() {
        var seal = sealWith(NEW);
        var sealed = seal.seal("session", "a secret");
        for (var i = 0; i < sealed.length(); i++) {
            var changed = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'Q' : 'A') + sealed.substring(i + 1);

            assertThat(seal.open("session", changed)).as(changed).isEmpty();
        }
    }

    @Test
    void rubbishIsNotOpened() {
        var seal = sealWith(NEW);

        for (var rubbish : List.of("", ".", "x", "x.y", seal.seal("a", "b").substring(0, 9), "00000000.AAAA")) {
            assertThat(seal.open("session", rubbish)).as(rubbish).isEmpty();
        }
    }

    @Test
    void keysRotate() {
        var sealedBefore = sealWith(OLD).seal("session", "a secret");
        var rotated = sealWith(NEW, OLD);

        assertThat(rotated.open("session", sealedBefore)).contains("a secret");
        assertThat(sealWith(NEW).open("session", rotated.seal("session", "new"))).contains("new");
        assertThat(sealWith(NEW).open("session", sealedBefore)).isEmpty();
    }

    @Test
    void withoutAKeyOneIsMadeUp() {
        var sealed = sealWith("").seal("session", "a secret");

        assertThat(sealWith("").open("session", sealed)).isEmpty();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sealWith("c2hvcnQ=")).withMessageContaining("32 bytes");
    }

    private static Seal sealWith(String... keys) {
        return new Seal(List.of(keys));
    }

    private static String key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
