package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.BOOK_CLUB;
import static dev.personamarket.simulators.discord.guilds.Guilds.LIGHTHOUSE;
import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.NOA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(Running.class)
class GuildTests {

    private static final long MANAGE_GUILD = 0x20;

    private Simulators simulators;
    private OAuthSteps user;
    private BotSteps bot;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        user = new OAuthSteps(simulators);
        bot = new BotSteps(simulators);
    }

    @Test
    void samManagesTwoOfThreeServers() {
        var guilds = guildsOf(SAM);

        assertThat(guilds).extracting(guild -> guild.path("id").stringValue()).containsExactly(LIGHTHOUSE, MOON_BASE,
                BOOK_CLUB);
        assertThat(guilds).extracting(guild -> guild.path("owner").booleanValue()).containsExactly(false, true, false);
        assertThat(guilds).extracting(GuildTests::mayManage).containsExactly(false, true, true);
    }

    @Test
    void miaManagesNoneAndNoaIsInNone() {
        assertThat(guildsOf(MIA)).hasSize(3).noneMatch(GuildTests::mayManage);
        assertThat(guildsOf(NOA)).isEmpty();
    }

    @Test
    void aListIsPagedByIdAndCountsOnRequest() {
        String token = simulators.accessToken(SAM, "guilds");

        user.get("/users/@me/guilds?limit=1&after=" + LIGHTHOUSE + "&with_counts=true", token).expectBody()
                .jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].id").isEqualTo(MOON_BASE)
                .jsonPath("$[0].approximate_member_count").isEqualTo(2);
        user.get("/users/@me/guilds?limit=1&before=" + BOOK_CLUB, token).expectBody().jsonPath("$[0].id")
                .isEqualTo(MOON_BASE).jsonPath("$[0].approximate_member_count").doesNotExist();
        BotSteps.expectInvalid(user.get("/users/@me/guilds?limit=201", token), "limit", "NUMBER_TYPE_COERCE");
    }

    @Test
    void aTokenOpensOnlyWhatItsScopesSay() {
        BotSteps.expectError(user.get("/users/@me/guilds", simulators.accessToken(SAM, "identify")), 403, 50026);
        BotSteps.expectError(user.get("/users/@me", "made-up"), 401, 0);
        BotSteps.expectError(user.get("/guilds/" + MOON_BASE, simulators.accessToken(SAM, "guilds")), 401, 0);
    }

    @Test
    void theBotKnowsNoServerUntilItIsThere() {
        for (String path : List.of("", "/channels", "/roles", "/members/" + SAM)) {
            BotSteps.expectError(bot.get("/guilds/" + MOON_BASE + path), 404, 10004);
        }
        simulators.installBot(MOON_BASE);

        bot.get("/guilds/" + MOON_BASE).expectStatus().isOk().expectBody().jsonPath("$.name").isEqualTo("Moon Base");
        bot.get("/guilds/" + MOON_BASE + "/channels").expectBody().jsonPath("$[0].name").isEqualTo("airlock")
                .jsonPath("$[0].type").isEqualTo(0);
        bot.get("/guilds/" + MOON_BASE + "/members/" + SAM).expectBody().jsonPath("$.user.username")
                .isEqualTo("sam.serverowner");
        BotSteps.expectError(bot.get("/guilds/" + MOON_BASE + "/members/" + NOA), 404, 10007);
        bot.get("/users/@me/guilds").expectBody().jsonPath("$.length()").isEqualTo(1);
    }

    @Test
    void theBotLeavesByItself() {
        simulators.installBot(MOON_BASE);

        bot.delete("/users/@me/guilds/" + MOON_BASE).expectStatus().isNoContent();

        assertThat(simulators.installation(MOON_BASE)).isNull();
        BotSteps.expectError(bot.delete("/users/@me/guilds/" + MOON_BASE), 404, 10004);
    }

    private List<JsonNode> guildsOf(String person) {
        return OAuthSteps.json(user.get("/users/@me/guilds", simulators.accessToken(person, "identify", "guilds")))
                .valueStream().toList();
    }

    private static boolean mayManage(JsonNode guild) {
        return (Long.parseLong(guild.path("permissions").stringValue()) & MANAGE_GUILD) != 0;
    }
}
