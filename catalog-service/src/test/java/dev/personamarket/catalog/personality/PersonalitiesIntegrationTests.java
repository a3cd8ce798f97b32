package dev.personamarket.catalog.personality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.defaults.problems.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@CatalogTest
class PersonalitiesIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    private Personalities personalities;

    @Autowired
    private Curation curation;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Autowired
    private Market market;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void manyAreStoredAtOnceAsTheyAre() {
        var drafts = IntStream.range(0, 20).mapToObj(i -> draft("keeper-" + i)).toList();
        var published = drafts.stream().skip(5).map(draft -> draft.personality().publish(NOW)).toList();

        personalities.store(drafts, Actor.MARKETPLACE).block();
        personalities.store(published, Actor.MARKETPLACE).block();

        assertThat(market.find("limit=100&sort=name")).hasSize(15).doesNotContain("keeper-4").contains("keeper-5");
        assertThat(personalities.get(drafts.getFirst().personality().id()).block())
                .isEqualTo(drafts.getFirst().personality());
        assertThat(personalities.get(published.getLast().personality().id()).block())
                .isEqualTo(published.getLast().personality());
    }

    @Test
    void ifOneOfManyCannotBeStoredNoneIs() {
        market.create(Templates.complete().put("slug", "keeper-2"));
        var drafts = IntStream.range(0, 4).mapToObj(i -> draft("keeper-" + i)).toList();

        assertThatThrownBy(() -> personalities.store(drafts, Actor.MARKETPLACE).block())
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(personalities.read(drafts.stream().map(draft -> draft.personality().id()).toList()).collectList()
                .block()).isEmpty();
    }

    @Test
    void whoWaitedForAnotherChangeSeesAllOfIt() throws InterruptedException {
        var id = new PersonalityId(market.publish(Templates.complete().put("slug", "orla")));
        personalities.change(id, Actor.MARKETPLACE, one -> one.revise(Contents.orlaSaying("Ahoy."), NOW)).block();
        var changed = new CountDownLatch(1);
        personalities.change(id, Actor.MARKETPLACE, one -> one.publish(NOW)).doOnNext(_ -> changed.countDown())
                .delayElement(Duration.ofMillis(500)).as(transactions::transactional).subscribe();
        changed.await();

        var archived = personalities.change(id, Actor.MARKETPLACE, one -> one.archive(NOW)).block();

        assertThat(archived).isNotNull();
        assertThat(archived.version()).isEqualTo(2);
    }

    @Test
    void aVersionKeepsWhoPublishedIt() {
        var ada = new Actor(UUID.fromString("fdee430d-40bd-857d-aeac-186cd9790033"), "Ada");
        var draft = draft("orla");
        personalities.store(List.of(draft), Actor.MARKETPLACE).block();
        personalities.store(List.of(draft.personality().publish(NOW)), ada).block();

        assertThat(database.sql("SELECT publisher_id AS id, publisher_name AS name FROM personality_version")
                .mapProperties(Actor.class).one().block()).isEqualTo(ada);
    }

    @Test
    void anotherFaceIsDraftedLikeAnyOtherChange() {
        var id = new PersonalityId(market.publish(Templates.complete()));

        var portrayed = curation.changeFace(id, new Precondition("\"2\""), "ab".repeat(32), Actor.MARKETPLACE).block();

        assertThat(portrayed).isNotNull();
        assertThat(Precondition.etag(portrayed)).isEqualTo("\"3\"");
        assertThat(portrayed.hasUnpublishedChanges()).isTrue();
        assertThatThrownBy(() -> curation.changeFace(id, new Precondition("\"2\""), null, Actor.MARKETPLACE).block())
                .isInstanceOf(Problem.class);
    }

    private static Change draft(String slug) {
        return Personality.draft(PersonalityId.next(), Contents.orlaAt(slug), null, NOW);
    }
}
