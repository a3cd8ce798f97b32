package dev.personamarket.sealing;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aTagOutlivesAChangeOfKeysToo() {
        var tag = sealWith(OLD).tag("csrf", "session");

        assertThat(sealWith(NEW, OLD).isTag("csrf", "session", tag)).isTrue();
        assertThat(sealWith(NEW, OLD).tag("csrf", "session")).isNotEqualTo(tag);
        assertThat(sealWith(NEW).isTag("csrf", "session", tag)).isFalse();
        assertThat(sealWith(OLD).isTag("csrf", "another", tag)).isFalse();
        assertThat(sealWith(OLD).isTag("login", "session", tag)).isFalse();
        assertThat(sealWith(OLD).isTag("csrf", "session", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "canary-is-no-base64", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ==",
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=;AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="})
    void aKeyThatIsNoneIsRefusedInOneLineThatDoesNotShowIt(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> sealWith(NEW, key))
                .withMessageContaining("TOKEN_ENCRYPTION_KEY must be the base64 of 32 random bytes")
                .withMessageNotContainingAny(key, "canary").withNoCause();
    }

    @Test
    void aCommaTooManyDoesNoHarm() {
        assertThat(sealWith(" " + NEW + "\n", "", " ").open("x", sealWith(NEW).seal("x", "a secret")))
                .contains("a secret");
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
