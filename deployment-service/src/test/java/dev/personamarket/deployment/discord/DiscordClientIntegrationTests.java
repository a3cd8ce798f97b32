package dev.personamarket.deployment.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.discord.DiscordFailure.Kind;
import dev.personamarket.simulators.faults.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@DeploymentServiceTest
class DiscordClientIntegrationTests {

    @Autowired
    private Discord client;

    @Autowired
    private SimulatedDiscord simulated;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @AfterEach
    void recover() {
        simulated.recover();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void theBotsServersAreFoundOnHoweverManyPages() {
        var servers = IntStream.range(0, 401).mapToObj("310000000000007%04d"::formatted).toList();
        servers.forEach(simulated::letIn);

        var found = client.serversOfBot().block();

        assertThat(found).containsAll(servers.stream().map(ServerId::new).toList());
        servers.forEach(simulated::kick);
    }

    @Test
    void theBotIsWhereItWasLetInAndNowhereElse() {
        var server = simulated.owner().server();
        assertThat(client.isBotOn(new ServerId(server)).block()).isFalse();

        simulated.letIn(server);

        assertThat(client.isBotOn(new ServerId(server)).block()).isTrue();
        assertThat(client.isBotOn(new ServerId("3999999999999999999")).block()).isFalse();
    }

    @Test
    void theServersOfAUserHaveTheirRights() {
        var sam = simulated.person("2000000000000000002", "");

        var servers = client.serversOf(new AccessToken(sam.token())).block();

        assertThat(servers).extracting(UserServer::name, UserServer::owner, UserServer::isManageable)
                .containsExactlyInAnyOrder(tuple("Lighthouse", false, false),
                        tuple("Moon Base", true, true),
                        tuple("Book Club", false, true));
    }

    @Test
    void aTokenThatIsNoneIsToldApartFromTrouble() {
        StepVerifier.create(client.serversOf(new AccessToken("made-up")))
                .verifyErrorSatisfies(error -> isA(error, Kind.UNAUTHORIZED));
    }

    @Test
    void aShortRateLimitIsWaitedFor() {
        var server = new ServerId(simulated.ownerWithBot().server());
        simulated.cause(limited(server, "0.3").times(1));

        StepVerifier.create(client.appear(server, Profile.of("Orla", "Keeps the lamp lit"))).verifyComplete();

        assertThat(simulated.nick(server.value())).contains("Orla");
    }

    @Test
    void aLongRateLimitIsNotAskedAgainUntilItIsOver() {
        var server = new ServerId(simulated.ownerWithBot().server());
        simulated.cause(limited(server, "60"));

        for (int attempt = 0; attempt < 3; attempt++) {
            StepVerifier.create(client.appear(server, Profile.OWN))
                    .verifyErrorSatisfies(error -> isA(error, Kind.RATE_LIMITED));
        }

        assertThat(simulated.calls("PATCH", path(server))).hasSize(1);
    }

    @Test
    void manyCallsAtOnceStayBelowWhatDiscordAllowsTheBotInASecond() {
        var servers = IntStream.range(0, 120).mapToObj("310000000000008%04d"::formatted).map(ServerId::new).toList();

        var answers = Flux.fromIterable(servers).flatMap(client::isBotOn, 120).collectList().block();

        assertThat(answers).hasSize(120).containsOnly(false);
        assertThat(simulated.calls("GET", "")).filteredOn(call -> call.path().contains("/31000000000000800"))
                .noneMatch(call -> Integer.valueOf(429).equals(call.status()));
    }

    /** It is the application that is refused then, and no server that is gone. */
    @ParameterizedTest
    @CsvSource({"403, 50001, REFUSED", "404, 10002, REFUSED", "400, 50035, REFUSED",
            "500, 0, UNAVAILABLE"})
    void whatStandsInTheWayOfCommandsSaysNothingOfServers(int status, int code, Kind kind) {
        simulated.cause(Fault.status("/api/v10/applications/**", status).withBody(
                "{\"message\": \"…\", \"code\": %d, \"retry_after\": 60}".formatted(code), Map.of()));

        StepVerifier.create(client.register(List.of())).verifyErrorSatisfies(error -> isA(error, kind));
    }

    @Test
    void aBotTokenThatIsRefusedIsNotTriedForeverAgain() {
        var server = new ServerId(simulated.ownerWithBot().server());
        simulated.cause(Fault.status(path(server), 401));

        for (int attempt = 0; attempt < 40; attempt++) {
            client.appear(server, Profile.OWN).onErrorComplete().block();
        }

        assertThat(simulated.calls("PATCH", path(server))).hasSizeLessThan(40);
        assertThat(breakers.circuitBreaker("discord-bot").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breakers.circuitBreaker("discord-user").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private static Fault limited(ServerId server, String seconds) {
        return Fault.status(path(server), 429).withBody(
                "{\"message\": \"You are being rate limited.\", \"retry_after\": %s, \"global\": false}"
                        .formatted(seconds),
                Map.of("Retry-After", "1"));
    }

    private static String path(ServerId server) {
        return "/api/v10/guilds/%s/members/@me".formatted(server);
    }

    private static void isA(Throwable error, Kind kind) {
        assertThat(error).isInstanceOfSatisfying(DiscordFailure.class,
                failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
