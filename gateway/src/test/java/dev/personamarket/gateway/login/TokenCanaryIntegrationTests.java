package dev.personamarket.gateway.login;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.gateway.testing.SigningIn;
import dev.personamarket.simulators.faults.Fault;
import io.lettuce.core.api.sync.RedisCommands;

import static dev.personamarket.gateway.testing.Neighbours.DEPLOYMENT;
import static dev.personamarket.gateway.testing.Neighbours.DISCORD;
import static dev.personamarket.gateway.testing.Neighbours.inRedis;
import static org.assertj.core.api.Assertions.assertThat;

/** From signing in to signing out, bad days included: what nobody may read is neither in Redis nor in the log. */
@RunningGateway
@ExtendWith(OutputCaptureExtension.class)
class TokenCanaryIntegrationTests {

    private static final String PERSON = "2100000000000000042"; // whose limits nobody else uses up
    private static final String SERVERS = "/api/marketplace/discord/servers";
    private static final String TOKEN = "/api/v10/oauth2/token";

    private final Map<String, String> canaries = new LinkedHashMap<>();

    @Test
    void whatIsSecretIsNowhereInClear(Browser browser, CapturedOutput output) {
        var failing = SigningIn.begin(browser, "").agree(PERSON);
        canaries.put("a code that Discord did not take", failing.told("code"));
        DISCORD.cause(Fault.status(TOKEN, 500).times(1));
        failing.arrive().hasStatus(302);
        var signingIn = SigningIn.begin(browser, "").agree(PERSON);
        canaries.put("the code", signingIn.told("code"));
        canaries.put("the state", signingIn.told("state"));
        canaries.put("the cookie of the attempt", String.valueOf(browser.cookie("login")));
        signingIn.arrive().hasStatus(302);
        canaries.put("the session", String.valueOf(browser.cookie("session")));
        remember(browser, "at first");
        use(browser);
        nothingIsInRedis();

        DISCORD.cause(Fault.status(TOKEN, 401).withBody("{\"error\":\"invalid_client\"}", Map.of()).times(1));
        browser.sessionBecomes(person -> person.with(person.discord().renewed(person.discord().accessToken(),
                person.discord().refreshToken(), person.discord().scopes(), Instant.now())));
        browser.get(SERVERS).hasStatus(503);
        use(browser);
        remember(browser, "renewed");
        nothingIsInRedis();

        DISCORD.cause(Fault.status(TOKEN + "/revoke", 500));
        browser.send("POST", "/api/auth/logout", null).hasStatus(204);
        signingIn.arrive().hasStatus(302);
        nothingIsInRedis();

        assertThat(canaries).as("canaries").hasSize(9).doesNotContainValue("null").doesNotContainValue("");
        assertThat(output.getAll()).as("the log was seen").contains("could not be revoked", "invalid_client",
                "could not sign in");
        canaries.forEach((name, canary) -> assertThat(output.getAll()).as("%s in the log", name)
                .doesNotContain(canary, encoded(canary)));
    }

    private void remember(Browser browser, String when) {
        browser.sessionBecomes(person -> {
            canaries.put("the access token " + when, person.discord().accessToken());
            canaries.put("the refresh token " + when, String.valueOf(person.discord().refreshToken()));
            return person;
        });
    }

    private static void use(Browser browser) {
        browser.get(SERVERS).hasStatus(200);
        browser.post("/api/marketplace/personalities/1/deploy", "{}").hasStatus(200);
        assertThat(DEPLOYMENT.received()).allMatch(request -> request.has("X-Discord-Access-Token"));
    }

    private void nothingIsInRedis() {
        var everything = inRedis(TokenCanaryIntegrationTests::everything);
        assertThat(everything).isNotEmpty();
        canaries.forEach((name, canary) -> assertThat(everything).as("%s in Redis", name)
                .noneMatch(text -> text.contains(canary) || text.contains(encoded(canary))));
    }

    /** Keys and values: all of them are strings here. */
    private static List<String> everything(RedisCommands<String, String> redis) {
        return redis.keys("*").stream().map(key -> key + " " + redis.get(key)).toList();
    }

    private static String encoded(String canary) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(canary.getBytes(StandardCharsets.UTF_8));
    }
}
