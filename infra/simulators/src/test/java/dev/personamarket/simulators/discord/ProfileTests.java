package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.discord.guilds.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(Running.class)
class ProfileTests {

    private static final String PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private Simulators simulators;
    private BotSteps bot;

    @BeforeEach
    void botInMoonBase(Simulators simulators) {
        this.simulators = simulators;
        bot = new BotSteps(simulators);
        simulators.installBot(MOON_BASE);
    }

    @Test
    void theBotTakesANameAFaceAndABio() {
        appear("{\"nick\":\"Captain Barnacle\",\"bio\":\"Sails.\",\"avatar\":\"%s\"}".formatted(PIXEL)).expectStatus()
                .isOk().expectBody().jsonPath("$.nick").isEqualTo("Captain Barnacle").jsonPath("$.avatar").isNotEmpty()
                .jsonPath("$.user.bot").isEqualTo(true).jsonPath("$.bio").doesNotExist();

        assertThat(installation().bio()).isEqualTo("Sails.");
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        appear("{\"nick\":\"Captain Barnacle\",\"bio\":\"Sails.\"}");
        appear("{\"nick\":null}");

        assertThat(installation().nick()).isNull();
        assertThat(installation().bio()).isEqualTo("Sails.");
    }

    @ParameterizedTest
    @CsvSource({"nick, 33, BASE_TYPE_MAX_LENGTH", "bio, 191, BASE_TYPE_MAX_LENGTH", "avatar, 5, IMAGE_INVALID"})
    void aValueThatIsTooLongOrNoImageChangesNothing(String field, int length, String error) {
        BotSteps.expectInvalid(appear("{\"%s\":\"%s\"}".formatted(field, "x".repeat(length))), field, error);
        BotSteps.expectInvalid(appear("{\"%s\":17}".formatted(field)), field, "BASE_TYPE_STRING");

        assertThat(installation()).extracting(Installation::nick, Installation::bio, Installation::avatar)
                .containsOnlyNulls();
    }

    @Test
    void theLongestNameAndBioFit() {
        appear("{\"nick\":\"%s\",\"bio\":\"%s\"}".formatted("n".repeat(32), "b".repeat(190))).expectStatus().isOk();
    }

    @Test
    void tooManyFacesAreABadRequestAndNoRateLimit() {
        try (var strict = Simulators.start("simulator.discord.avatar-changes=2")) {
            strict.installBot(MOON_BASE);
            bot = new BotSteps(strict);
            String face = "{\"avatar\":\"%s\"}".formatted(PIXEL);
            appear(face).expectStatus().isOk();
            appear(face).expectStatus().isOk();

            var third = appear(face);
            third.expectHeader().doesNotExist("Retry-After");
            BotSteps.expectInvalid(third, "avatar", "AVATAR_RATE_LIMIT");
            appear("{\"nick\":\"Still possible\"}").expectStatus().isOk();
        }
    }

    private ResponseSpec appear(String json) {
        return bot.patch("/guilds/" + MOON_BASE + "/members/@me", json);
    }

    private Installation installation() {
        return Objects.requireNonNull(simulators.installation(MOON_BASE));
    }
}
