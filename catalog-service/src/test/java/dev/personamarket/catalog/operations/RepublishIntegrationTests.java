package dev.personamarket.catalog.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.catalog.personality.Retelling;
import dev.personamarket.defaults.operations.Alone;
import dev.personamarket.defaults.operations.Console;
import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@CatalogTest
class RepublishIntegrationTests {

    private static final Republish.Manner SMALL = new Republish.Manner(2, 1_000, Duration.ofSeconds(5));

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Autowired
    private Retelling retelling;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConnectionFactory connections;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    @Qualifier("outboxRelay")
    private SmartLifecycle outboxRelay;

    @Autowired
    private Market market;

    private final List<UUID> published = new ArrayList<>();

    @BeforeEach
    void openACatalogueOfFive() {
        market.clear();
        database.sql("TRUNCATE republication").then().block();
        for (var i = 0; i < 5; i++) {
            published.add(market.publish(Templates.complete().put("slug", "keeper-" + i)));
        }
        await().until(() -> events("published_at IS NULL").isEmpty());
        database.sql("DELETE FROM outbox").then().block();
    }

    @Test
    void theNewestEventsOfAllAreToldAgain() {
        market.archive(published.get(1));
        market.create(Templates.complete().put("slug", "a-draft"));
        await().until(() -> events("published_at IS NULL").isEmpty());
        database.sql("DELETE FROM outbox").then().block();

        assertThat(republish(SMALL)).isEqualTo(5);

        assertThat(events("topic = 'marketplace.personalities'")).containsExactly("Published 0", "Archived 1",
                "Published 2", "Published 3", "Published 4");
        assertThat(events("topic = 'marketplace.personality-prompts'")).containsExactly("Published 0", "Withdrawn 1",
                "Published 2", "Published 3", "Published 4");
    }

    @Test
    void whoWasStoppedGoesOnWhereItWas() {
        var dying = new Republish(retelling, outbox, database, new Alone(connections), transactions,
                new Republish.Manner(2, 3, Duration.ZERO));
        outboxRelay.stop();
        assertThatThrownBy(() -> dying.run(false, console()).block()).hasStackTraceContaining("nothing sends them");
        outboxRelay.start();
        assertThat(events("true")).hasSize(4);

        assertThat(republish(SMALL)).isEqualTo(5);

        assertThat(said()).contains("Goes on behind 2 personalities");
        assertThat(events("topic = 'marketplace.personalities'")).hasSize(5);
    }

    @Test
    void whoIsDoneBeginsAnew() {
        republish(SMALL);
        assertThat(republish(SMALL)).isEqualTo(5);
        assertThat(events("topic = 'marketplace.personalities'")).hasSize(10);
    }

    @Test
    void whileMoreWaitsThanShouldItWaitsForTheRelay() {
        assertThat(republish(new Republish.Manner(1, 1, Duration.ofSeconds(10)))).isEqualTo(5);
    }

    @Test
    void anOlderRevisionNeverComesBehindANewerOne() {
        var id = published.getFirst();
        var telling = transactions.transactional(retelling.tellAgain(new UUID(0, 0), 5)
                .delayUntil(_ -> Mono.delay(Duration.ofMillis(500))));
        var archiving = Mono.delay(Duration.ofMillis(200)).then(Mono.fromRunnable(() -> market.archive(id))
                .subscribeOn(Schedulers.boundedElastic()));

        Mono.when(telling, archiving).block();

        assertThat(events("topic = 'marketplace.personalities' AND key = '%s'".formatted(id)))
                .containsExactly("Published 0", "Archived 0");
    }

    @Test
    void whatIsBeingArchivedIsToldAsArchived() {
        var id = published.getFirst();
        var archiving = transactions.transactional(database
                .sql("SELECT FROM personality WHERE id = :id FOR UPDATE").bind("id", id).then()
                .then(Mono.delay(Duration.ofMillis(300)))
                .then(database.sql("UPDATE personality SET status = 'archived', revision = revision + 1 WHERE id = :id")
                        .bind("id", id).then()));
        var telling = Mono.delay(Duration.ofMillis(100)).then(Mono.defer(() -> Mono.just(republish(SMALL)))
                .subscribeOn(Schedulers.boundedElastic()));

        Mono.when(archiving, telling).block();

        assertThat(events("topic = 'marketplace.personalities' AND key = '%s'".formatted(id)))
                .containsExactly("Archived 0");
    }

    private long republish(Republish.Manner manner) {
        return Objects.requireNonNull(new Republish(retelling, outbox, database, new Alone(connections), transactions,
                manner).run(false, console()).block());
    }

    private Console console() {
        return new Console(new PrintStream(screen, true, UTF_8));
    }

    private String said() {
        return screen.toString(UTF_8);
    }

    /** In their order: what they tell, of which of the five. */
    private List<String> events(String which) {
        return Objects.requireNonNull(database.sql("SELECT type, key FROM outbox WHERE " + which + " ORDER BY position")
                .map(row -> "%s %d".formatted(String.valueOf(row.get("type", String.class)).replaceAll(
                        "marketplace.(Personality|Prompt)(.*).v1", "$2"),
                        published.indexOf(UUID.fromString(String.valueOf(row.get("key", String.class))))))
                .all().collectList().block());
    }
}
