package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.BOOK_CLUB;
import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(Running.class)
class MessageTests {

    private static final String AIRLOCK = "4" + MOON_BASE.substring(1);

    private Simulators simulators;
    private BotSteps bot;

    @BeforeEach
    void botInMoonBase(Simulators simulators) {
        this.simulators = simulators;
        bot = new BotSteps(simulators);
        simulators.installBot(MOON_BASE);
    }

    @Test
    void whatIsPostedCanBeReadAndEdited() {
        String id = OAuthSteps.json(post("{\"content\":\"Ahoy\"}").expectStatus().isOk()).path("id").stringValue();

        bot.patch(messages() + "/" + id, "{\"content\":\"Ahoy, all\"}").expectBody().jsonPath("$.edited_timestamp")
                .isNotEmpty();
        bot.get(messages() + "/" + id).expectBody().jsonPath("$.content").isEqualTo("Ahoy, all");
        bot.get(messages()).expectBody().jsonPath("$.length()").isEqualTo(1);
        assertThat(simulators.messages(AIRLOCK)).hasSize(1);
    }

    @Test
    void twoThousandCharactersFitAndNotOneMore() {
        post("{\"content\":\"%s\"}".formatted("x".repeat(2000))).expectStatus().isOk();
        BotSteps.expectInvalid(post("{\"content\":\"%s\"}".formatted("x".repeat(2001))), "content",
                "BASE_TYPE_MAX_LENGTH");
        BotSteps.expectError(post("{\"content\":\" \"}"), 400, 50006);
        BotSteps.expectError(post("{\"content\":"), 400, 50109);
    }

    @Test
    void anEnforcedNonceGivesTheSameMessageAgain() {
        String json = "{\"content\":\"once\",\"nonce\":\"n-1\",\"enforce_nonce\":true}";

        var first = OAuthSteps.json(post(json)).path("id");
        assertThat(OAuthSteps.json(post(json)).path("id")).isEqualTo(first);
        assertThat(OAuthSteps.json(post(json.replace(",\"enforce_nonce\":true", ""))).path("id")).isNotEqualTo(first);
    }

    @Test
    void onlyWhoIsAllowedIsMentioned() {
        String text = "{\"content\":\"<@%s> and @everyone\",\"allowed_mentions\":%s}";

        post(text.formatted(SAM, "{\"parse\":[\"users\"]}")).expectBody().jsonPath("$.mentions[0].id").isEqualTo(SAM)
                .jsonPath("$.mention_everyone").isEqualTo(false);
        post(text.formatted(SAM, "{\"parse\":[]}")).expectBody().jsonPath("$.mentions.length()").isEqualTo(0);
        BotSteps.expectInvalid(post(text.formatted(SAM, "{\"parse\":[\"users\"],\"users\":[\"%s\"]}".formatted(SAM))),
                "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
    }

    @Test
    void theBotSpeaksOnlyWhereItIs() {
        BotSteps.expectError(bot.post("/channels/4" + BOOK_CLUB.substring(1) + "/messages", "{\"content\":\"x\"}"),
                403, 50001);
        BotSteps.expectError(bot.post("/channels/17/messages", "{\"content\":\"x\"}"), 404, 10003);
        bot.post("/channels/" + AIRLOCK + "/typing", "").expectStatus().isNoContent();
    }

    private static String messages() {
        return "/channels/" + AIRLOCK + "/messages";
    }

    private ResponseSpec post(String json) {
        return bot.post(messages(), json);
    }
}
