package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

@DeploymentServiceTest
class DeploymentConcurrencyIntegrationTests {

    private static final String BOOK_CLUB = "3000000000000000003";

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestKafka kafka;

    @Test
    void askingManyTimesAtOnceIsAskingOnce() {
        var owner = discord.ownerWithBot();
        var orla = catalogue.published("Orla");

        var answers = atOnce(IntStream.range(0, 16)
                .<Callable<JsonNode>>mapToObj(_ -> () -> marketplace.deploy(owner, orla)));

        assertThat(answers.stream().map(Marketplace::id)).hasSize(16).containsOnly(id(answers.getFirst()));
        marketplace.await(owner, answers.getFirst(), "active");
        assertThat(told("DeploymentRequested", orla)).hasSize(1);
        assertThat(told("PersonalityDeployed", orla)).hasSize(1);
    }

    @Test
    void twoManagersWhoAskForTheSameFollowTheSame() {
        var bea = discord.person("2000000000000000005", BOOK_CLUB);
        var sam = discord.person("2000000000000000002", BOOK_CLUB);
        var orla = catalogue.published("Orla");

        var answers = atOnce(Stream.of(bea, sam)
                .<Callable<JsonNode>>map(owner -> () -> marketplace.deploy(owner, orla)));

        assertThat(id(answers.getFirst())).isEqualTo(id(answers.getLast()));
        for (var owner : List.of(bea, sam)) {
            assertThat(json(marketplace.list(owner, "")).path("items").valueStream().map(Marketplace::id))
                    .contains(id(answers.getFirst()));
        }
    }

    @Test
    void theCountIsExactHoweverManyComeAndGoAtOnce() {
        var orla = catalogue.published("Orla");
        var owners = IntStream.range(0, 12).mapToObj(_ -> discord.ownerWithBot()).toList();
        var active = atOnce(owners.stream()
                .<Callable<JsonNode>>map(owner -> () -> marketplace.deployed(owner, orla)));

        atOnce(IntStream.range(0, 5).<Callable<Boolean>>mapToObj(number -> () -> {
            marketplace.undeploy(owners.get(number), id(active.get(number))).expectStatus().isNoContent();
            return true;
        }));

        await().untilAsserted(() -> assertThat(told("PersonalityUndeployed", orla)).hasSize(5));
        var standings = Stream.concat(told("PersonalityDeployed", orla).stream(),
                told("PersonalityUndeployed", orla).stream()).map(event -> event.path("standing"))
                .sorted(Comparator.comparing(standing -> standing.path("version").asLong())).toList();
        assertThat(standings).extracting(standing -> standing.path("version").asLong())
                .isEqualTo(IntStream.rangeClosed(1, 17).mapToObj(Long::valueOf).toList());
        assertThat(standings.getLast().path("active").asInt()).isEqualTo(7);
    }

    @Test
    void endingWhileItBeginsLeavesNothingBehind() {
        var orla = catalogue.published("Orla");
        for (int round = 0; round < 8; round++) {
            var owner = discord.ownerWithBot();
            var deployment = marketplace.deploy(owner, orla);
            marketplace.undeploy(owner, id(deployment)).expectStatus().isNoContent();
            nothingIsLeft(owner);
        }
        assertThat(told("PersonalityDeployed", orla)).hasSameSizeAs(told("PersonalityUndeployed", orla));
    }

    private void nothingIsLeft(Owner owner) {
        await().untilAsserted(() -> assertThat(discord.nick(owner.server())).isEmpty());
    }

    private List<JsonNode> told(String event, UUID personality) {
        return kafka.events("marketplace.%s.v1".formatted(event)).stream()
                .filter(found -> found.path("personalityId").asString().equals(personality.toString())).toList();
    }

    private static <T> List<T> atOnce(Stream<Callable<T>> actions) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(actions.toList()).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
