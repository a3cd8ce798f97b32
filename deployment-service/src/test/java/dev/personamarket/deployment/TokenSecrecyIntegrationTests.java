package dev.personamarket.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.simulators.Simulators;
import dev.personamarket.simulators.faults.Fault;
import dev.personamarket.testing.TestKafka;

/** A user's Discord token, and the user's Discord id, are used and forgotten. */
@DeploymentServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TokenSecrecyIntegrationTests {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Chatting chat;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @Test
    void neitherTheDatabaseNorTheEventsNorTheLogKnowThem(CapturedOutput log) {
        var owner = discord.ownerWithBot();
        marketplace.servers(owner).expectStatus().isOk();
        marketplace.deployed(owner, catalogue.published("Orla"));
        discord.cause(Fault.status("/api/v10/users/@me/guilds", 500));
        marketplace.tryToDeploy(owner, catalogue.published("Bo").toString(),
                "{\"serverId\": \"%s\"}".formatted(owner.server())).expectStatus().isEqualTo(503);
        var outcome = chat.say(owner, "A secret between us?");
        discord.cause(Fault.closing("/api/v10/webhooks/**").times(2));
        chat.answer(chat.asked(owner, "A secret between us?"), "Nobody knows.");
        chat.awaitLast(owner, "Nobody knows.");
        var unanswered = chat.say(owner, "And this one?");

        for (var secret : List.of(owner.token(), owner.discordId(), outcome.token(), unanswered.token(),
                Simulators.BOT_TOKEN)) {
            assertThat(log.getAll()).doesNotContain(secret);
            assertThat(Stream.of("marketplace.deployments", "marketplace.agent-turns").map(kafka::records)
                    .flatMap(List::stream))
                    .noneMatch(event -> new String(event.value(), StandardCharsets.UTF_8).contains(secret));
            assertThat(tables()).isNotEmpty().allSatisfy(table -> assertThat(rows(table)).noneMatch(
                    row -> row.contains(secret)));
        }
    }

    private List<String> tables() {
        return database.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").mapValue(String.class).all()
                .collectList().blockOptional().orElseThrow();
    }

    private List<String> rows(String table) {
        return database.sql("SELECT t::text FROM %s t".formatted(table)).mapValue(String.class).all().collectList()
                .blockOptional().orElseThrow();
    }
}
