package dev.personamarket.gateway.login;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.personamarket.sealing.Seal;
import dev.personamarket.gateway.testing.AnotherGateway;
import dev.personamarket.gateway.testing.Answer;
import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.gateway.testing.SigningIn;

import static dev.personamarket.gateway.login.SignInAttacks.MIA;
import static dev.personamarket.gateway.login.SignInAttacks.SAM;
import static dev.personamarket.gateway.login.SignInAttacks.SESSION;
import static dev.personamarket.gateway.testing.Neighbours.inRedis;
import static org.assertj.core.api.Assertions.assertThat;

/** Sign-in as it is behind TLS, under attack: nobody gets a session, and nobody is led away. */
@RunningGateway
class SignInAttackTests {

    private static final Logger log = LoggerFactory.getLogger(SignInAttackTests.class);
    private static final int AT_LEAST = 40;
    private static int refused;

    private Browser victim;
    private Browser attacker;

    @BeforeEach
    void behindTls(Browser victim, Browser attacker) {
        this.victim = victim.at(AnotherGateway.SECURE);
        this.attacker = attacker.at(AnotherGateway.SECURE);
    }

    static Stream<Attack> attacks() {
        return Stream.concat(new SignInAttacks(AnotherGateway.SECURE.bean(Seal.class)).all(), SessionAttacks.all());
    }

    @AfterAll
    static void count() {
        log.info("{} attacks on the sign-in were refused", refused);
        assertThat(refused).isGreaterThanOrEqualTo(AT_LEAST);
    }

    @ParameterizedTest(name = "{index}. {0}")
    @MethodSource("attacks")
    void isRefused(Attack attack) {
        var blow = attack.plan().apply(victim, attacker);
        var before = sessions();

        var answer = blow.get();

        if (attack.told().matches("\\d+")) {
            answer.hasStatus(Integer.parseInt(attack.told()));
        } else {
            assertThat(answer.hasStatus(302).header("Location")).isEqualTo("/?login=" + attack.told());
        }
        assertThat(opensASession(answer)).isFalse();
        assertThat(sessions()).as("sessions").isEqualTo(before);
        refused++;
    }

    @ParameterizedTest(name = "{index}. returnTo={0}")
    @ValueSource(strings = {"//evil.org", "https://evil.org", "https:evil.org", "%2F%2Fevil.org", "/%5Cevil.org",
            "/%252F%252Fevil.org", "/%09/evil.org", "javascript:alert(1)", "%5C%5Cevil.org", "/..%2F%2Fevil.org",
            "/%0d%0aLocation:%20//evil.org", "/%0d%0aSet-Cookie:%20a=b", "data:text/html,x", "%20//evil.org",
            "///evil.org", "/@evil.org", "//evil.org@localhost", "/%E3%80%82evil.org", "/%00//evil.org",
            "/api/auth/logout", "/api/auth/discord?returnTo=//evil.org", "/a&returnTo=//evil.org/%2e%2e"})
    void nobodyIsLedElsewhere(String wish) {
        var arrived = SigningIn.begin(victim, "?returnTo=" + wish).agree(SAM).arrive().hasStatus(302);

        assertThat(arrived.header("Location")).isIn("/", "/a");
        assertThat(arrived.setCookies()).noneMatch(cookie -> cookie.startsWith("a="));
        refused++;
    }

    @ParameterizedTest(name = "{index}. {0}")
    @ValueSource(strings = {"Host: evil.org", "Host: localhost@evil.org",
            "Host: localhost\r\nX-Forwarded-Host: evil.org",
            "Host: localhost\r\nForwarded: host=evil.org;proto=http", "Host: localhost\r\nX-Forwarded-Proto: http",
            "Host: localhost\r\nX-Forwarded-Prefix: //evil.org", "Host: localhost\r\nX-Original-URL: //evil.org"})
    void discordSendsPeopleBackToThisSiteAlone(String headers) {
        var answer = victim.raw("GET /api/auth/discord HTTP/1.1\r\n" + headers + "\r\n%sConnection: close\r\n\r\n");

        assertThat(answer).satisfiesAnyOf(
                begun -> assertThat(begun).startsWith("HTTP/1.1 302")
                        .contains("redirect_uri=https://localhost/api/auth/discord/callback").doesNotContain("evil"),
                malformed -> assertThat(malformed).startsWith("HTTP/1.1 400"));
        refused++;
    }

    @Test
    void ofTwoAttemptsInOneBrowserTheLastOneCounts() {
        var first = SigningIn.begin(victim, "?returnTo=/first").agree(SAM);
        var last = SigningIn.begin(victim, "?returnTo=/last").agree(SAM);

        assertThat(first.arrive().header("Location")).isEqualTo("/?login=foreign");
        assertThat(last.arrive().header("Location")).as("is not harmed").isEqualTo("/last");
        refused++;
    }

    @Test
    void whoeverLeadsABrowserToTheCallbackDoesNotSpoilItsOwnAttempt() {
        var own = SigningIn.begin(victim, "").agree(SAM);

        SigningIn.begin(attacker, "").agree(MIA).by(victim).arrive();

        assertThat(own.arrive().header("Location")).isEqualTo("/");
        refused++;
    }

    @Test
    void anAnswerThatComesManyTimesAtOnceOpensOneSession() {
        var signingIn = SigningIn.begin(victim, "").agree(SAM);
        var windows = Stream.generate(victim::twin).limit(10).toList();
        var before = sessions();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = windows.stream()
                    .map(window -> CompletableFuture.supplyAsync(() -> window.get(signingIn.callback()), threads))
                    .toList().stream().map(CompletableFuture::join).toList();

            assertThat(answers).map(answer -> answer.header("Location")).containsOnlyOnce("/")
                    .containsOnly("/", "/?login=used");
            assertThat(answers).filteredOn(SignInAttackTests::opensASession).hasSize(1);
        }
        assertThat(sessions()).isEqualTo(before + 1);
        refused += windows.size() - 1;
    }

    @Test
    void manyAttemptsAtOnceAreAsManySessionsAndNoMore() {
        var browsers = IntStream.range(0, 5).mapToObj(_ -> victim.twin()).toList();
        var before = sessions();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            browsers.stream().map(browser -> CompletableFuture.runAsync(() -> SignInAttacks.signIn(browser, SAM),
                    threads)).toList().forEach(CompletableFuture::join);
        }
        assertThat(sessions()).isEqualTo(before + browsers.size());
        assertThat(browsers).map(browser -> browser.cookie(SESSION)).doesNotHaveDuplicates();
    }

    private static boolean opensASession(Answer answer) {
        return answer.setCookies().stream().anyMatch(cookie -> cookie.matches(SESSION + "=[^;].*"));
    }

    private static int sessions() {
        return inRedis(redis -> redis.keys("session:*").size());
    }
}
