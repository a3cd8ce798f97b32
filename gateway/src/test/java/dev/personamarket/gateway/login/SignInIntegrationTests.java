package dev.personamarket.gateway.login;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.gateway.redis.Redis;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.gateway.testing.SigningIn;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;

import static dev.personamarket.gateway.testing.Neighbours.DISCORD;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class SignInIntegrationTests {

    private static final String SAM = "2000000000000000002";
    private static final String MIA = "2000000000000000003";

    @Test
    void aPersonSignsInAndIsKnown(Browser browser) {
        var arrived = SigningIn.begin(browser, "?returnTo=/personalities/captain-nemo?tab=ratings").agree(SAM).arrive()
                .hasStatus(302);

        assertThat(arrived.header("Location")).isEqualTo("/personalities/captain-nemo?tab=ratings");
        var me = browser.get("/api/auth/me").hasStatus(200).json();
        assertThat(me.path("name").asString()).contains("Sam");
        assertThat(UUID.fromString(me.path("id").asString()).version()).isEqualTo(8);
        assertThat(me.path("roles")).map(role -> role.asString()).containsExactly("user");
    }

    @Test
    void theAdminsAreKnownByConfiguration(Browser browser) {
        signIn(browser, Neighbours.ADMIN_DISCORD_ID);

        assertThat(browser.get("/api/auth/me").json().path("roles")).map(role -> role.asString())
                .containsExactly("user", "admin");
    }

    @Test
    void aPersonIsTheSameOneEachTimeAndNotTheirDiscordId(Browser once, Browser again, Browser other) {
        signIn(once, SAM);
        signIn(again, SAM);
        signIn(other, MIA);

        var id = me(once);
        assertThat(id).isEqualTo(me(again)).isNotEqualTo(me(other)).doesNotContain(SAM);
    }

    @Test
    void discordIsAskedForNoMoreThanNeededAndWithProof(Browser browser) {
        var asked = SigningIn.begin(browser, "?prompt=none").query();

        assertThat(asked).containsEntry("response_type", "code").containsEntry("client_id", Simulators.CLIENT_ID)
                .containsEntry("scope", "identify guilds").containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "none")
                .containsEntry("redirect_uri", "http://localhost:8080/api/auth/discord/callback");
        assertThat(asked.get("code_challenge")).hasSize(43);
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void anUnknownPromptIsNotPassedOn(Browser browser) {
        assertThat(SigningIn.begin(browser, "?prompt=evil").query()).doesNotContainKey("prompt");
    }

    @Test
    void everyCallToDiscordSaysWhoWeAre(Browser browser) {
        signIn(browser, SAM);

        assertThat(DISCORD.calls()).filteredOn(call -> call.path().startsWith("/api/")).isNotEmpty()
                .allSatisfy(call -> assertThat(call.header("User-Agent"))
                        .isEqualTo("DiscordBot (http://localhost:8080, 1.0)"));
    }

    @Test
    void eachSignInBeginsANewSessionAndEndsTheOldOne(Browser browser, Browser thief) {
        signIn(browser, SAM);
        var before = browser.cookie("session");

        signIn(browser, MIA);

        assertThat(browser.cookie("session")).isNotEqualTo(before).isNotNull();
        thief.withCookie("session", String.valueOf(before)).get("/api/auth/me").hasStatus(401);
    }

    @Test
    void theCookieOfTheAttemptTellsNothingAndIsGoneAfterwards(Browser browser) {
        var begun = browser.get("/api/auth/discord?returnTo=/canary");

        assertThat(begun.setCookies().getFirst()).startsWith("login=")
                .containsIgnoringCase("HttpOnly").contains("Max-Age=3600", "SameSite=Lax")
                .doesNotContain("canary");

        signIn(browser, SAM);
        assertThat(browser.cookie("login")).isNull();
    }

    @Test
    void whoDoesNotAgreeIsSentBackToTheSite(Browser browser) {
        var arrived = SigningIn.begin(browser, "").refuse(SAM).arrive().hasStatus(302);

        assertThat(arrived.header("Location")).isEqualTo("/?login=denied");
        browser.get("/api/auth/me").isProblem(401, "/problems/sign-in-needed");
    }

    @Test
    void aProgramIsToldInJson(Browser browser) {
        browser.with("Accept", "application/json");

        SigningIn.begin(browser, "").refuse(SAM).arrive().isProblem(403, "/problems/login-denied");
        SigningIn.begin(browser, "").agree(SAM).replace("state", "x").arrive().isProblem(400,
                "/problems/login-foreign");
        SigningIn.begin(browser, "").agree(SAM).replace("code", "x").arrive().isProblem(400, "/problems/login-used");
    }

    @Test
    void anAnswerSaysOfWhomItIsOrNothing(Browser browser) {
        assertThat(SigningIn.begin(browser, "").agree(SAM).add("iss", DISCORD.discordUrl()).arrive().header("Location"))
                .isEqualTo("/");
    }

    @Test
    void whoDoesNotEvenSayWhoTheyAreHasNotAgreed(Browser browser) {
        assertThat(SigningIn.begin(browser, "").replace("scope", "guilds").agree(SAM).arrive().header("Location"))
                .isEqualTo("/?login=denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v10/oauth2/token", "/api/v10/users/@me"})
    void whenDiscordHasABadDaySigningInIsUnavailable(String path, Browser browser) {
        for (var fault : List.of(Fault.status(path, 500), Fault.status(path, 403), Fault.closing(path),
                Fault.status(path, 200).withBody("<html>", Map.of("Content-Type", "text/html")))) {
            DISCORD.clearFaults();
            var signingIn = SigningIn.begin(browser, "").agree(SAM);
            DISCORD.cause(fault);

            assertThat(signingIn.arrive().hasStatus(302).header("Location")).as("%s", fault)
                    .isEqualTo("/?login=unavailable");
        }
        browser.with("Accept", "application/json");
        DISCORD.clearFaults();
        var signingIn = SigningIn.begin(browser, "").agree(SAM);
        DISCORD.cause(Fault.status(path, 503));

        var told = signingIn.arrive().isProblem(503, "/problems/login-unavailable");
        assertThat(told.header("Retry-After")).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v10/oauth2/token", "/api/v10/users/@me"})
    void whenDiscordHasHadEnoughItSaysForHowLong(String path, Browser browser) {
        var signingIn = SigningIn.begin(browser, "").agree(SAM);
        DISCORD.cause(Fault.status(path, 429).withBody("{}", Map.of("Retry-After", "17")));

        assertThat(signingIn.arrive().hasStatus(302).header("Location")).isEqualTo("/?login=busy");

        browser.with("Accept", "application/json");
        var told = SigningIn.begin(browser, "").agree(SAM).arrive().isProblem(503, "/problems/login-busy");
        assertThat(told.header("Retry-After")).isEqualTo("17");
    }

    @Test
    void aDiscordThatHangsIsNotWaitedForForLong(Browser browser) {
        var signingIn = SigningIn.begin(browser, "").agree(SAM);
        DISCORD.cause(Fault.latency("/api/v10/oauth2/token", Duration.ofMinutes(1)));

        assertThat(signingIn.arrive().hasStatus(302).header("Location")).isEqualTo("/?login=unavailable");
    }

    @Test
    void withoutRedisNobodyCanSignIn(Browser browser, @Autowired Redis redis) {
        var signingIn = SigningIn.begin(browser, "").agree(SAM);
        Neighbours.redisDies();
        try {
            assertThat(signingIn.arrive().hasStatus(302).header("Location")).isEqualTo("/?login=unavailable");
        } finally {
            Neighbours.redisComesBack(redis);
        }
        signIn(browser, SAM);
    }

    @Test
    void signingOutEndsTheSessionAndGivesTheTokenBack(Browser browser, Browser thief) {
        signIn(browser, SAM);
        thief.withCookie("session", String.valueOf(browser.cookie("session")));

        browser.send("POST", "/api/auth/logout", null).hasStatus(204);

        assertThat(browser.cookie("session")).isNull();
        assertThat(browser.cookie("XSRF-TOKEN")).isNull();
        thief.get("/api/auth/me").hasStatus(401);
        assertThat(DISCORD.calls()).anyMatch(
                call -> call.path().equals("/api/v10/oauth2/token/revoke")
                        && Integer.valueOf(200).equals(call.status()));
    }

    @Test
    void signingOutWorksWhenDiscordDoesNot(Browser browser) {
        signIn(browser, SAM);
        DISCORD.cause(Fault.status("/api/v10/oauth2/token/revoke", 500));

        browser.send("POST", "/api/auth/logout", null).hasStatus(204);

        browser.get("/api/auth/me").hasStatus(401);
    }

    @Test
    void aVisitorMaySignOutToo(Browser visitor) {
        visitor.send("POST", "/api/auth/logout", null).hasStatus(204);
    }

    private static void signIn(Browser browser, String personId) {
        var arrival = SigningIn.begin(browser, "").agree(personId).arrive().hasStatus(302);
        assertThat(arrival.header("Location")).isEqualTo("/");
        browser.get("/api/auth/me").hasStatus(200);
    }

    private static String me(Browser browser) {
        return browser.get("/api/auth/me").hasStatus(200).json().path("id").asString();
    }
}
