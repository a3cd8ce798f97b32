package dev.personamarket.preview.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.preview.Catalogue;
import dev.personamarket.preview.ModelPeers;
import dev.personamarket.preview.PreviewServiceTest;
import dev.personamarket.testing.TestIdentity;

import static org.assertj.core.api.Assertions.assertThat;

/** The caller's conversations, the one that was used last first. */
@PreviewServiceTest
class ListingIntegrationTests {

    private final WebTestClient client;
    private final Talker visitor;
    private final Catalogue catalogue;
    private UUID orla = new UUID(0, 0);

    ListingIntegrationTests(@Autowired WebTestClient client, @Autowired Catalogue catalogue,
            @Autowired ModelPeers peers) {
        this.client = client.mutate().responseTimeout(Duration.ofSeconds(20)).build();
        this.visitor = Talker.visitor(this.client);
        this.catalogue = catalogue;
        peers.simulator();
    }

    @BeforeEach
    void orlaSpeaks() {
        orla = catalogue.published();
    }

    @Test
    void theOneUsedLastComesFirst() {
        var first = visitor.say(orla, "One.", null).sessionId();
        var second = visitor.say(orla, "Two.", null).sessionId();
        assertThat(visitor.list("").items()).extracting(ConversationCard::sessionId).containsExactly(second, first);

        var reply = visitor.say(orla, "Once more.", first);

        var items = visitor.list("").items();
        assertThat(items).extracting(ConversationCard::sessionId).containsExactly(first, second);
        var card = items.getFirst();
        assertThat(card.personalityId()).isEqualTo(orla);
        assertThat(card.personalityVersion()).isEqualTo(1);
        assertThat(card.messages()).isEqualTo(2);
        assertThat(card.remaining()).isEqualTo(1);
        assertThat(card.answering()).isFalse();
        assertThat(card.lastSaidAt()).isAfter(card.startedAt());
        assertThat(card.lastLine())
                .isEqualTo(reply.reply().substring(0, Math.min(120, reply.reply().length()))).isNotBlank();
    }

    @Test
    void pagesHoldEachOnce() {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 5; i++) {
            ids.addFirst(visitor.say(orla, "Hello!", null).sessionId());
        }

        var first = visitor.list("?limit=2");
        var second = visitor.list("?limit=2&cursor=" + first.nextCursor());
        var third = visitor.list("?limit=2&cursor=" + second.nextCursor());

        assertThat(Stream.of(first, second, third).flatMap(page -> page.items().stream()))
                .extracting(ConversationCard::sessionId).containsExactlyElementsOf(ids);
        assertThat(second.items()).hasSize(2);
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void onePersonalityHasAListOfItsOwn() {
        var nemo = catalogue.published();
        visitor.say(orla, "Hello!", null);
        var one = visitor.say(nemo, "Hello!", null).sessionId();
        var two = visitor.say(nemo, "Hello!", null).sessionId();

        var page = visitor.list("?limit=1&personality=" + nemo);

        assertThat(page.items()).extracting(ConversationCard::sessionId).containsExactly(two);
        assertThat(visitor.list("?limit=1&personality=%s&cursor=%s".formatted(nemo, page.nextCursor())).items())
                .extracting(ConversationCard::sessionId).containsExactly(one);
        visitor.tryToList("?limit=1&cursor=" + page.nextCursor()).expectStatus().isBadRequest().expectBody()
                .jsonPath("$.errors[0].field").isEqualTo("cursor");
    }

    @Test
    void whoeverIsUnknownHasNoneAndStaysUnknown() {
        Talker.visitor(client).tryToList("").expectStatus().isOk().expectHeader()
                .valueEquals("Cache-Control", "no-store").expectHeader().doesNotExist("Set-Cookie").expectBody()
                .jsonPath("$.items").isEmpty().jsonPath("$.nextCursor").doesNotExist();
    }

    @Test
    void everybodySeesTheirOwn(@Autowired TestIdentity identity) {
        visitor.say(orla, "Hello!", null);
        var ada = Talker.user(client, identity.user("ada-who-lists"));
        assertThat(ada.list("").items()).isEmpty();

        var session = ada.say(orla, "Hello!", null).sessionId();

        assertThat(ada.list("").items()).extracting(ConversationCard::sessionId).containsExactly(session);
        assertThat(ada.list("").items().getFirst().remaining()).isEqualTo(3);
        assertThat(visitor.list("").items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"?limit=0, limit", "?limit=51, limit", "?cursor=, cursor", "?cursor=MS8yLzM, cursor",
            "?cursor=%F0%9F%A6%8A, cursor"})
    void whatIsNoPageIsRefused(String query, String field) {
        visitor.tryToList(query).expectStatus().isBadRequest().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/invalid-request").jsonPath("$.errors[0].field").isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"?limit=many", "?personality=orla"})
    void whatIsNoNumberAndNoIdIsRefused(String query) {
        visitor.tryToList(query).expectStatus().isBadRequest().expectBody().jsonPath("$.type")
                .isEqualTo("/problems/invalid-request");
    }

    /** Whatever the statistics: where sorting is all but forbidden, the planner shows that it need not. */
    @Test
    void theListHasItsIndex(@Autowired DatabaseClient database, @Autowired TransactionalOperator transaction) {
        var plan = database.sql("SET LOCAL enable_sort = off").then()
                .then(database.sql("SET LOCAL enable_incremental_sort = off").then())
                .then(database.sql("SET LOCAL enable_seqscan = off").then()).thenMany(database.sql("""
                        EXPLAIN SELECT id FROM session
                        WHERE owner = 'visitor:1' AND last_said_at > now() - interval '1 day'
                            AND (last_said_at, id) < (now(), '019cf2ab-79a4-73f3-af1e-cebbd1410ab4')
                        ORDER BY last_said_at DESC, id DESC LIMIT 20
                        """).mapValue(String.class).all())
                .collectList().as(transaction::transactional).block();

        assertThat(String.valueOf(plan)).contains("session_by_use on session").doesNotContain("Sort");
    }
}
