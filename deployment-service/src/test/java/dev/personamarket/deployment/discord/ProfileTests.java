package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

class ProfileTests {

    @Test
    void whatFitsIsTakenAsItIs() {
        var profile = Profile.of("Orla the Lighthouse Keeper", "Keeps the lamp lit.");

        assertThat(profile).isEqualTo(new Profile("Orla the Lighthouse Keeper", "Keeps the lamp lit."));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 34, 64})
    void aNameIsCutToWhatDiscordTakesButNeverThroughACharacter(int length) {
        var name = "🙂".repeat(length);

        var nick = Profile.of(name, "x").nick();

        assertThat(nick).isNotNull().hasSizeLessThanOrEqualTo(Profile.NICK_LIMIT).endsWith("…");
        assertThat(nick.substring(0, nick.length() - 1)).matches("🙂+");
    }

    @Test
    void aLongBioEndsInAnEllipsis() {
        assertThat(Profile.of("x", "word ".repeat(60)).bio()).hasSize(Profile.BIO_LIMIT).endsWith("word…");
    }

    @Test
    void blankTextsGoBackToTheBotsOwn() {
        assertThat(Profile.of(" ", "")).isEqualTo(Profile.OWN);
    }

    /** Discord leaves alone what is not mentioned, so a name is taken back only by an explicit null. */
    @Test
    void takingANameBackMentionsIt() {
        var json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(inclusion -> inclusion
                        .withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                .build();

        assertThat(json.writeValueAsString(Profile.OWN)).isEqualTo("{\"nick\":null,\"bio\":null}");
    }
}
