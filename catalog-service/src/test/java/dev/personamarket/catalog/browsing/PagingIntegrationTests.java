package dev.personamarket.catalog.browsing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogTest
class PagingIntegrationTests {

    private static final int COUNT = 7;

    @Autowired
    private Market market;

    @BeforeEach
    void publishSome() {
        market.clear();
        IntStream.range(0, COUNT).mapToObj("Nr %02d"::formatted).map(Templates::named).forEach(market::publish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"popular", "newest", "rating", "name", "search=nr&sort=relevance",
            "search=lamp&sort=popular",
            "search=lamp&sort=name", "category=companions&sort=newest", "excludeCategory=games&sort=rating"})
    void pagesShowEveryEntryOnceThoughOthersArePublishedMeanwhile(String list) {
        var query = list.contains("=") ? list : "sort=" + list;
        var before = market.find("limit=100&" + query);
        var seen = new ArrayList<String>();
        var cursor = "";
        for (var page = 0; page < 2 * COUNT && (page == 0 || !cursor.isEmpty()); page++) {
            var answer = market.see("/personalities?limit=2&" + query + (page == 0 ? "" : "&cursor={cursor}"),
                    cursor);
            seen.addAll(Market.slugs(answer));
            cursor = answer.path("nextCursor").asString("");
            market.publish(Templates.named("An inserted one " + page));
            market.publish(Templates.named("Nr 03 and " + page));
        }

        assertThat(before).hasSize(COUNT);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(before);
    }

    @Test
    void theLastPageLeadsNowhere() {
        assertThat(market.see("/personalities?limit=7").path("nextCursor").isNull()).isTrue();
        assertThat(market.see("/personalities?limit=6").path("nextCursor").isNull()).isFalse();
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        var cursor = market.see("/personalities?limit=3&sort=name&tag=sea").path("nextCursor").asString();

        market.visit("/personalities?limit=5&sort=name&tag=sea&cursor={cursor}", cursor).expectStatus().isOk();
        for (var other : List.of("sort=newest&tag=sea", "sort=name&tag=calm", "sort=name",
                "sort=name&tag=sea&search=nr",
                "sort=name&tag=sea&category=companions")) {
            var refused = market.visit("/personalities?" + other + "&cursor={cursor}", cursor).expectStatus()
                    .isBadRequest();
            assertThat(Market.body(refused).at("/errors/0/field").asString()).isEqualTo("cursor");
        }
    }

    @Test
    void anAlteredCursorIsRefused() {
        var cursor = market.see("/personalities?limit=3&sort=name").path("nextCursor").asString();
        var altered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);

        market.visit("/personalities?sort=name&cursor={cursor}", altered).expectStatus().isBadRequest();
    }

    @Test
    void theTotalIsThatOfAllPages() {
        var first = market.see("/personalities?limit=3");
        var second = market.see("/personalities?limit=3&cursor={cursor}", first.path("nextCursor").asString());

        assertThat(List.of(first.path("total").asInt(), second.path("total").asInt())).containsOnly(COUNT);
    }
}
