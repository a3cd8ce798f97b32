package dev.personamarket.catalog.samples;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.health.contributor.Status;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.testing.TestKafka;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@CatalogTest
class SamplesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Market market;

    @Autowired
    private SampleLoader loader;

    @Autowired
    private SampleFiles files;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TestKafka kafka;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void fillAnEmptyCatalogueWithinSeconds() {
        var loaded = loader.load().block(PATIENCE);

        assertThat(loaded).isEqualTo(files.read().size()).isGreaterThanOrEqualTo(40);
        var page = market.see("/personalities?limit=100");
        assertThat(page.path("total").asLong()).isEqualTo(loaded);
        assertThat(page.path("facets").path("categories").size()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void tellTheirEventsAsAnAdminsPublishWould() {
        loader.load().block();
        var id = market.see("/personalities").at("/items/0/id").asString();

        kafka.awaitEvent("marketplace.PersonalityPublished.v1",
                event -> event.path("personalityId").asString().equals(id));
        kafka.awaitEvent("marketplace.PromptPublished.v1", event -> event.path("personalityId").asString().equals(id));
    }

    @Test
    void comeOnceThoughTwoInstancesStartTogether() {
        var counts = Mono.zip(loader.load(), loader.load()).block();

        assertThat(counts).isNotNull();
        assertThat(counts.getT1() + counts.getT2()).isEqualTo(files.read().size());
        assertThat(versions()).isEqualTo(files.read().size());
    }

    @Test
    void comeInFullAfterADeathOnTheWay() {
        var killed = loader.load().then(Mono.<Long>error(new IllegalStateException("killed")))
                .as(transactions::transactional);
        assertThatThrownBy(killed::block).hasMessage("killed");
        assertThat(versions()).isZero();

        assertThat(loader.load().block()).isEqualTo(files.read().size());
    }

    @Test
    void stayAwayFromACatalogueThatHasAnything() {
        market.create(Templates.complete());

        assertThat(loader.load().block()).isZero();
    }

    @Test
    void areThereWhenTheServiceSaysThatItIsReady() {
        var opening = new Opening(loader, new SamplesProperties(true));
        assertThat(status(opening)).isEqualTo(Status.OUT_OF_SERVICE);

        opening.run(new DefaultApplicationArguments());

        await().atMost(PATIENCE).until(() -> status(opening).equals(Status.UP));
        assertThat(versions()).isEqualTo(files.read().size());
    }

    private static Status status(Opening opening) {
        var health = opening.health().block();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }

    private long versions() {
        var count = database.sql("SELECT count(*) FROM personality_version").mapValue(Long.class).one().block();
        return count == null ? -1 : count;
    }
}
