package dev.personamarket.gateway.login;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.personamarket.gateway.session.SignedIn;
import dev.personamarket.gateway.testing.AnotherGateway;
import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.gateway.testing.SigningIn;
import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import io.lettuce.core.SetArgs;

import static dev.personamarket.gateway.testing.Neighbours.DEPLOYMENT;
import static dev.personamarket.gateway.testing.Neighbours.DISCORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of Discord's tokens between signing in and signing out. */
@RunningGateway
class DiscordAccountsIntegrationTests {

    private static final String SAM = "2000000000000000002";
    private static final String SOMEBODY_BUSY = "2100000000000000043"; // whose limits nobody else uses up
    private static final String SERVERS = "/api/marketplace/discord/servers";
    private static final String TOKEN = "/api/v10/oauth2/token";
    private static final int AT_EACH_GATEWAY = 20;

    @Test
    void aTokenThatHasRunOutIsRenewedWhereItIsNeeded(Browser browser) {
        signIn(browser);
        browser.get(SERVERS).hasStatus(200);
        var first = passedOn();
        tokenRunsOut(browser);

        browser.get(SERVERS).hasStatus(200);
        var second = passedOn();
        browser.get(SERVERS).hasStatus(200);

        assertThat(second).isNotEmpty().isNotEqualTo(first);
        assertThat(passedOn()).as("it is kept").isEqualTo(second);
    }

    @Test
    void manyRequestsAtTwoGatewaysRenewItOnce(Browser browser) {
        signIn(browser, SOMEBODY_BUSY);
        tokenRunsOut(browser);
        DISCORD.cause(Fault.latency(TOKEN, Duration.ofMillis(300)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = browser.twin().at(AnotherGateway.BESIDE);
            var answers = IntStream.range(0, 2 * AT_EACH_GATEWAY).mapToObj(i -> i % 2 == 0 ? browser : there)
                    .map(window -> CompletableFuture.supplyAsync(() -> window.get(SERVERS), threads)).toList();

            assertThat(answers).map(CompletableFuture::join).map(Answer::status).containsOnly(200);
        }
        assertThat(renewals()).isEqualTo(1);
        assertThat(DEPLOYMENT.received()).hasSize(2 * AT_EACH_GATEWAY)
                .map(request -> request.header("X-Discord-Access-Token")).containsOnly(passedOn());
    }

    @Test
    void whoHangsUpMeanwhileDoesNotLoseTheNewToken(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        DISCORD.cause(Fault.latency(TOKEN, Duration.ofSeconds(1)));

        browser.hangsUpAfter("GET " + SERVERS + " HTTP/1.1\r\nHost: localhost\r\n%s\r\n",
                () -> await().until(() -> renewals() == 1));

        browser.get(SERVERS).hasStatus(200);
        assertThat(renewals()).isEqualTo(1);
    }

    @Test
    void aGatewayThatDiedWhileRenewingHoldsNobodyUpForLong(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        var lock = Neighbours.inRedis(redis -> redis.keys("session:*")).stream().map(session -> "lock:" + session);
        Neighbours.inRedis(redis -> lock
                .map(key -> redis.set(key, "of one who died", new SetArgs().px(Duration.ofMillis(700)))).toList());

        browser.get(SERVERS).hasStatus(200);

        assertThat(renewals()).isEqualTo(1);
    }

    @Test
    void aRenewalWhoseAnswerWasLostEndsTheConsent(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        var refresh = new AtomicReference<String>();
        browser.sessionBecomes(person -> {
            refresh.set(String.valueOf(person.discord().refreshToken()));
            return person;
        });
        renewedByOneWhoDied(refresh.get());

        browser.get(SERVERS).isProblem(401, "/problems/discord-sign-in-needed");
        browser.get(SERVERS).isProblem(401, "/problems/discord-sign-in-needed");

        assertThat(renewals()).as("that it ended is remembered").isEqualTo(2);
        assertThat(DEPLOYMENT.received()).isEmpty();
        browser.get("/api/auth/me").hasStatus(200);
        signIn(browser);
        browser.get(SERVERS).hasStatus(200);
    }

    @Test
    void signingOutInOneBrowserTakesDiscordFromTheOtherButNotTheSession(Browser atHome, Browser onTheRoad) {
        signIn(atHome);
        signIn(onTheRoad);

        onTheRoad.send("POST", "/api/auth/logout", null).hasStatus(204);

        atHome.get("/api/auth/me").hasStatus(200);
        tokenRunsOut(atHome);
        atHome.get(SERVERS).isProblem(401, "/problems/discord-sign-in-needed");
    }

    @Test
    void whoSignsOutWhileTokensAreRenewedGivesTheNewOnesBackToo(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        DISCORD.cause(Fault.latency(TOKEN, Duration.ofMillis(700)));
        var waiting = browser.twin();

        var answer = CompletableFuture.supplyAsync(() -> waiting.get(SERVERS));
        await().until(() -> renewals() == 1);
        DISCORD.cause(Fault.status("/api/v10/oauth2/token/revoke", 500).times(1)); // the old ones
        browser.send("POST", "/api/auth/logout", null).hasStatus(204);

        answer.join().isProblem(401, "/problems/sign-in-needed");
        assertThat(DISCORD.calls()).filteredOn(call -> call.path().endsWith("/revoke")).hasSize(2);
    }

    @Test
    void aTokenThatCannotBeRenewedNowIsTriedLater(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        DISCORD.cause(Fault.status(TOKEN, 503).times(1));
        browser.get(SERVERS).isProblem(503, "/problems/discord-unavailable");

        DISCORD.cause(Fault.status(TOKEN, 429).withBody("{}", Map.of("Retry-After", "17")).times(1));
        var busy = browser.get(SERVERS).isProblem(503, "/problems/discord-unavailable");
        assertThat(busy.header("Retry-After")).isEqualTo("17");

        DISCORD.cause(Fault.status(TOKEN, 401).withBody("{\"error\":\"invalid_client\"}", Map.of()).times(1));
        browser.get(SERVERS).isProblem(503, "/problems/discord-unavailable");

        browser.get(SERVERS).hasStatus(200);
    }

    @Test
    void whoKeepsTheirServersToThemselvesIsSignedInAndAskedOnceMoreWhenItMatters(Browser browser) {
        SigningIn.begin(browser, "").replace("scope", "identify").agree(SAM).arrive().hasStatus(302);
        browser.get("/api/auth/me").hasStatus(200);
        browser.get("/api/marketplace/deployments").hasStatus(200);

        browser.get(SERVERS).isProblem(401, "/problems/discord-sign-in-needed");
        browser.get(SERVERS + "/1/channels").isProblem(401, "/problems/discord-sign-in-needed");
        browser.post("/api/marketplace/personalities/1/deploy", "{}")
                .isProblem(401, "/problems/discord-sign-in-needed");

        var again = SigningIn.begin(browser, "?prompt=consent&returnTo=/deploy");
        assertThat(again.query()).containsEntry("prompt", "consent").containsEntry("scope", "identify guilds");
        assertThat(again.agree(SAM).arrive().header("Location")).isEqualTo("/deploy");
        browser.get(SERVERS).hasStatus(200);
    }

    @Test
    void renewingKeepsWhatWasAgreedTo(Browser browser) {
        signIn(browser);
        tokenRunsOut(browser);
        browser.get(SERVERS).hasStatus(200);
        tokenRunsOut(browser);

        browser.get(SERVERS).hasStatus(200);

        assertThat(renewals()).isEqualTo(2);
    }

    private static void signIn(Browser browser) {
        signIn(browser, SAM);
    }

    private static void signIn(Browser browser, String person) {
        SigningIn.begin(browser, "").agree(person).arrive().hasStatus(302);
        browser.get("/api/auth/me").hasStatus(200);
    }

    private static void tokenRunsOut(Browser browser) {
        browser.sessionBecomes(DiscordAccountsIntegrationTests::withTokenRunOut);
    }

    private static SignedIn withTokenRunOut(SignedIn person) {
        var account = person.discord();
        return person.with(account.renewed(account.accessToken(), account.refreshToken(), account.scopes(),
                Instant.now()));
    }

    private static String passedOn() {
        return DEPLOYMENT.last().header("X-Discord-Access-Token");
    }

    private static long renewals() {
        return DISCORD.calls().stream()
                .filter(call -> call.path().equals(TOKEN) && call.body().contains("grant_type=refresh_token")).count();
    }

    private static void renewedByOneWhoDied(String refreshToken) {
        var client = Simulators.CLIENT_ID + ":" + Simulators.CLIENT_SECRET;
        var request = HttpRequest.newBuilder(URI.create(DISCORD.discordApiUrl() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes()))
                .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + refreshToken)).build();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
