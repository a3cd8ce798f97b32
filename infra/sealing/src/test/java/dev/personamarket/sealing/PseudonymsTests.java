package dev.personamarket.sealing;

import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PseudonymsTests {

    private final Pseudonyms pseudonyms = with("0123456789abcdef0123456789abcdef");

    @Test
    void aPersonIsAlwaysTheSame() {
        // worked out by hand: openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        assertThat(pseudonyms.of("2000000000000000002"))
                .isEqualTo(UUID.fromString("45169b2b-20b7-8999-ab79-a7bce4ff4e0a"));
    }

    @Test
    void isAUuidOfVersion8() {
        var id = pseudonyms.of("2000000000000000002");

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void peopleDifferAndSoDoSecrets() {
        var others = with("another secret, of 32 bytes too!");

        assertThat(pseudonyms.of("1")).isNotEqualTo(pseudonyms.of("2")).isNotEqualTo(others.of("1"));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> with("short"))
                .withMessageContaining("IDENTITY_PSEUDONYM_SECRET");
    }

    private static Pseudonyms with(String secret) {
        return new Pseudonyms(Base64.getEncoder().encodeToString(secret.getBytes()));
    }
}
