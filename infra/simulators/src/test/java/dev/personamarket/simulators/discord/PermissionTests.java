package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.guilds.Guilds.MOON_BASE;
import static dev.personamarket.simulators.discord.guilds.Permissions.CHANGE_NICKNAME;
import static dev.personamarket.simulators.discord.guilds.Permissions.SEND_MESSAGES;
import static dev.personamarket.simulators.discord.guilds.Permissions.VIEW_CHANNEL;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.discord.guilds.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the bot may do, what of it can be read, and what is refused. */
@ExtendWith(Running.class)
class PermissionTests {

    private static final String AIRLOCK = "4" + MOON_BASE.substring(1);
    private static final String NICK = "{\"nick\":\"Barnacle\"}";
    private static final String AHOY = "{\"content\":\"Ahoy\"}";

    private Simulators simulators;
    private BotSteps bot;

    @BeforeEach
    void botInMoonBase(Simulators simulators) {
        this.simulators = simulators;
        simulators.installBot(MOON_BASE);
        bot = new BotSteps(simulators);
    }

    @Test
    void theBotHasARoleOfItsOwnBesideEverybodys() {
        bot.get("/guilds/" + MOON_BASE + "/members/" + Simulators.CLIENT_ID).expectBody().jsonPath("$.roles.length()")
                .isEqualTo(1);
        bot.get("/guilds/" + MOON_BASE + "/roles").expectBody().jsonPath("$[0].permissions")
                .isEqualTo(Long.toString(Permissions.EVERYONE)).jsonPath("$[1].managed").isEqualTo(true);
    }

    @Test
    void withoutChangeNicknameThereIsNoNickname() {
        simulators.takePermissions(MOON_BASE, CHANGE_NICKNAME);

        BotSteps.expectError(appear(), 403, 50013);
        simulators.giveBackPermissions(MOON_BASE);
        appear().expectStatus().isOk();
    }

    @Test
    void aChannelMayBeClosedToTheBot() {
        simulators.takePermissions(AIRLOCK, SEND_MESSAGES);

        BotSteps.expectError(bot.post("/channels/" + AIRLOCK + "/messages", AHOY), 403, 50013);
        bot.get("/channels/" + AIRLOCK).expectBody().jsonPath("$.permission_overwrites[0].id").isEqualTo(MOON_BASE)
                .jsonPath("$.permission_overwrites[0].deny").isEqualTo(Long.toString(SEND_MESSAGES));

        simulators.takePermissions(AIRLOCK, VIEW_CHANNEL);
        BotSteps.expectError(bot.post("/channels/" + AIRLOCK + "/messages", AHOY), 403, 50001);
    }

    private ResponseSpec appear() {
        return bot.patch("/guilds/" + MOON_BASE + "/members/@me", NICK);
    }
}
