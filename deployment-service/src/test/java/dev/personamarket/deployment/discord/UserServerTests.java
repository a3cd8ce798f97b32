package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserServerTests {

    @ParameterizedTest(name = "owner {0}, permissions {1}: {2}")
    @CsvSource({"true, 0, true", "false, 8, true", "false, 32, true", "false, 40, true", "false, 0, false",
            "false, 16, false", "false, 36953089, false", "false, 104324673, false",
            "false, 9007199254740991, true", "false, 147573952589676412968, true",
            "false, 147573952589676412928, false"})
    void isManageableByOwnersAdministratorsAndManagers(boolean owner, BigInteger permissions, boolean manageable) {
        var server = new UserServer(new ServerId("80351110224678912"), "1337 Krew", null, owner, permissions, 12);

        assertThat(server.isManageable()).isEqualTo(manageable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "80351110224678912x", "-8035111022467891", "803511102246789128035"})
    void onlySnowflakesNameServers(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerId(text));
    }

    @Test
    void aTokenNeverShowsItself() {
        var token = new AccessToken("canary");

        assertThat(token.toString()).doesNotContain("canary");
        assertThat(token.fingerprint()).doesNotContain("canary").isEqualTo(new AccessToken("canary").fingerprint())
                .isNotEqualTo(new AccessToken("other").fingerprint());
    }
}
