package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Running.class)
class CommandTests {

    private static final String GLOBAL = "/applications/%s/commands".formatted(Simulators.CLIENT_ID);
    private static final String IN_MOON_BASE = "/applications/%s/guilds/%s/commands".formatted(Simulators.CLIENT_ID,
            MOON_BASE);
    static final String CHAT = """
            {"name":"chat","description":"Talk to a personality","type":1,"integration_types":[0],"contexts":[0],"options":[
            {"type":3,"name":"message","description":"What you say","required":true,"max_length":2000},
            {"type":3,"name":"personality","description":"Who answers","required":false,"autocomplete":true}]}""";

    private Simulators simulators;
    private BotSteps bot;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        bot = new BotSteps(simulators);
    }

    @Test
    void aNewNameIsCreatedAndAnOldOneOverwritten() {
        String id = OAuthSteps.json(bot.post(GLOBAL, CHAT).expectStatus().isCreated()).path("id").stringValue();

        bot.post(GLOBAL, CHAT.replace("Talk to", "Speak with")).expectStatus().isOk().expectBody().jsonPath("$.id")
                .isEqualTo(id);
        bot.get(GLOBAL).expectBody().jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].description")
                .isEqualTo("Speak with a personality");
    }

    @Test
    void puttingTheSameSetAgainKeepsTheIds() {
        var first = OAuthSteps.json(bot.put(GLOBAL, "[" + CHAT + "]").expectStatus().isOk());

        assertThat(OAuthSteps.json(bot.put(GLOBAL, "[" + CHAT + "]")).path(0).path("id"))
                .isEqualTo(first.path(0).path("id"));
        bot.put(GLOBAL, "[]").expectStatus().isOk();
        bot.get(GLOBAL).expectBody().json("[]");
    }

    @Test
    void aGuildHasItsOwnCommandsOnceTheBotIsThere() {
        BotSteps.expectError(bot.put(IN_MOON_BASE, "[" + CHAT + "]"), 403, 50001);
        simulators.installBot(MOON_BASE);

        String id = OAuthSteps.json(bot.post(IN_MOON_BASE, CHAT)).path("id").stringValue();
        bot.patch(IN_MOON_BASE + "/" + id, "{\"description\":\"New\"}").expectBody().jsonPath("$.guild_id")
                .isEqualTo(MOON_BASE).jsonPath("$.description").isEqualTo("New").jsonPath("$.options.length()")
                .isEqualTo(2);
        bot.get(GLOBAL).expectBody().json("[]");
        bot.delete(IN_MOON_BASE + "/" + id).expectStatus().isNoContent();
        BotSteps.expectError(bot.get(IN_MOON_BASE + "/" + id), 404, 10063);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name":"chat" | "name":"Chat" | name | APPLICATION_COMMAND_INVALID_NAME
            "name":"chat" | "name":"two words" | name | APPLICATION_COMMAND_INVALID_NAME
            "name":"chat", | | name | BASE_TYPE_REQUIRED
            "description":"Talk to a personality", | | description | BASE_TYPE_REQUIRED
            "max_length":2000 | "max_length":6001 | options.0.max_length | NUMBER_TYPE_COERCE
            "name":"personality" | "name":"message" | options.1.name | APPLICATION_COMMAND_OPTIONS_NAME_INVALID
            "required":false | "required":true | options.9 |
            "required":true | "required":false | options.9 |
            "autocomplete":true | "choices":[{"name":"a","value":"a"}],"autocomplete":true | options.1.autocomplete | APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_INVALID
            """)
    void aDefinitionKeepsToTheRules(String part, String changed, String path, String error) {
        var answer = bot.put(GLOBAL, "[" + CHAT.replace(part, changed == null ? "" : changed) + "]");

        if (error == null) {
            answer.expectStatus().isOk();
        } else {
            BotSteps.expectInvalid(answer, "0." + path, error);
        }
    }

    @Test
    void requiredOptionsComeFirst() {
        String swapped = CHAT.replace("\"required\":true", "\"required\":maybe")
                .replace("\"required\":false", "\"required\":true").replace("maybe", "false");

        BotSteps.expectInvalid(bot.post(GLOBAL, swapped), "options.1.required",
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
    }

    @Test
    void aHundredCommandsFitAndNamesAreUnique() {
        bot.put(GLOBAL, commands(100)).expectStatus().isOk();
        BotSteps.expectError(bot.put(GLOBAL, commands(101)), 400, 30032);
        BotSteps.expectInvalid(bot.put(GLOBAL, "[" + CHAT + "," + CHAT + "]"), "name",
                "APPLICATION_COMMANDS_DUPLICATE_NAME");
    }

    @Test
    void twoHundredNewNamesADayAreEnough() {
        bot.put(GLOBAL, commands(100)).expectStatus().isOk();
        bot.put(GLOBAL, commands(100).replace("command-", "other-")).expectStatus().isOk();
        BotSteps.expectError(bot.put(GLOBAL, "[" + CHAT + "]"), 400, 30034);
    }

    @Test
    void theApplicationMayWriteCommandsWithItsOwnToken() {
        var user = new OAuthSteps(simulators);
        String allowed = user.tokens(
                Map.of("grant_type", "client_credentials", "scope", "applications.commands.update"))
                .path("access_token").stringValue();

        user.get(GLOBAL, allowed).expectStatus().isOk();
        BotSteps.expectError(user.get(GLOBAL, simulators.accessToken("2000000000000000001", "identify")), 403, 50026);
        BotSteps.expectError(bot.get("/applications/17/commands"), 403, 20012);
    }

    private static String commands(int count) {
        return IntStream.range(0, count).mapToObj("""
                {"name":"command-%d","description":"x"}"""::formatted).collect(Collectors.joining(",", "[", "]"));
    }
}
