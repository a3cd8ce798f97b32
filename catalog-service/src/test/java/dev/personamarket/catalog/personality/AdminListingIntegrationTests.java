package dev.personamarket.catalog.personality;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;

@CatalogTest
class AdminListingIntegrationTests {

    @Autowired
    private Market market;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void adminsFindThoseInEveryStatus() {
        var draft = market.create(Templates.named("Dora Draft"));
        var published = market.publish(Templates.named("Páblo Published"));
        var archived = market.create(Templates.named("Archie Archived"));
        market.archive(archived);

        assertThat(market.listed("")).containsExactly(archived, published, draft);
        assertThat(market.listed("?status=draft&status=archived")).containsExactly(archived, draft);
        assertThat(market.listed("?search=pablo")).containsExactly(published);
        assertThat(market.listed("?search=50%25_")).isEmpty();
        market.administer(GET, "?status=gone").expectStatus().isBadRequest();
    }

    @Test
    void adminsTurnPages() {
        var ids = Stream.of("One", "Two", "Three", "Four", "Five").map(Templates::named).map(market::create).toList()
                .reversed();

        var first = Market.body(market.administer(GET, "?limit=2").expectStatus().isOk());
        var second = Market.body(market.administer(GET, "?limit=3&cursor=" + first.path("nextCursor").asString())
                .expectStatus().isOk());

        assertThat(Stream.concat(Market.ids(first).stream(), Market.ids(second).stream()))
                .containsExactlyElementsOf(ids);
        assertThat(first.path("total").asInt()).isEqualTo(5);
        assertThat(second.has("nextCursor")).isFalse();
        market.administer(GET, "?status=draft&cursor=" + first.path("nextCursor").asString()).expectStatus()
                .isBadRequest();
    }

    @Test
    void adminsSearchWhateverThePublicNeverSees() {
        var dora = market.create(Templates.named("Dóra of the Mill").put("tagline", "Grinds 50% finer_flour."));
        var paul = market.create(Templates.named("Paul").put("category", "games"));
        market.publish(paul);

        assertThat(market.listed("?search=DORA")).containsExactly(dora);
        assertThat(market.listed("?search=mill+dora")).containsExactly(dora);
        assertThat(market.listed("?search=flour")).containsExactly(dora);
        assertThat(Market.ids(Market.body(market.ask(GET, "/personalities?search={text}", "50%"))))
                .containsExactly(dora);
        assertThat(market.listed("?search=r_f")).containsExactly(dora);
        assertThat(market.listed("?search=o_a")).isEmpty();
        assertThat(market.listed("?search=storyteller")).containsExactlyInAnyOrder(dora, paul);
        assertThat(market.listed("?category=games")).containsExactly(paul);
        assertThat(market.listed("?unpublished=true")).containsExactly(dora);
        assertThat(market.listed("?unpublished=false")).containsExactly(paul);
        assertThat(market.listed("?creator=" + market.admin().id())).hasSize(2);
        assertThat(market.listed("?creator=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void adminsSeeHowManyThereAreInEachStatus() {
        market.create(Templates.named("One"));
        market.publish(Templates.named("Two"));
        market.delete(market.create(Templates.named("Three")));

        var page = Market.body(market.administer(GET, "?status=draft").expectStatus().isOk());

        assertThat(page.path("total").asInt()).isOne();
        assertThat(page.at("/facets/statuses").toString()).isEqualTo("[{\"status\":\"draft\",\"count\":1},"
                + "{\"status\":\"published\",\"count\":1},{\"status\":\"archived\",\"count\":0},"
                + "{\"status\":\"deleted\",\"count\":1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"updated", "created", "name", "status"})
    void everySortTurnsPagesWithoutRepeatingOrSkipping(String sort) {
        var ids = Stream.of("Zoe", "Ámos", "Bert", "amos", "Carl").map(Templates::named)
                .map(template -> template.put("slug", "nr-" + UUID.randomUUID().toString().substring(0, 8)))
                .map(market::create).toList();
        market.publish(ids.get(2));

        var all = market.listed("?sort=" + sort);
        var paged = new ArrayList<UUID>();
        var cursor = "";
        do {
            var page = Market.body(market.administer(GET, "?limit=1&sort=" + sort + cursor).expectStatus().isOk());
            paged.addAll(Market.ids(page));
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(all).hasSize(5);
        if (sort.equals("name")) {
            assertThat(paged.subList(2, 5)).containsExactly(ids.get(2), ids.get(4), ids.get(0));
        }
    }
}
