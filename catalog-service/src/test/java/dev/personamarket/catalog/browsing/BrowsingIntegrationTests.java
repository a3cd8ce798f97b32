package dev.personamarket.catalog.browsing;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogTest
class BrowsingIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private WebTestClient client;

    @BeforeEach
    void publishThree() {
        market.clear();
        market.publish(keeper());
        market.publish(detective());
        market.publish(cook());
    }

    @Test
    void showsCards() {
        var card = market.see("/personalities?search=sherlock").at("/items/0");

        assertThat(card.propertyNames()).containsExactlyInAnyOrder("id", "slug", "name", "tagline", "category", "tags",
                "avatar", "rating", "deployCount", "publishedAt");
        assertThat(card.at("/category/slug").asString()).isEqualTo("games");
        assertThat(card.at("/category/name").asString()).isEqualTo("Games");
        assertThat(card.path("rating").path("count").asInt()).isZero();
        assertThat(card.path("deployCount").asInt()).isZero();
        assertThat(card.path("publishedAt").asString()).matches("\\d{4}-.*Z");
        assertThat(card.path("avatar").path("url").asString()).startsWith("/api/marketplace/avatars/fallback/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sherlock", "SHERLOCK", "sherl", "detective", "detectives", "pipe", "baker street",
            "mystery she", "sherlok", "shérlock", "victorian"})
    void findsByNameTaglineDescriptionAndTag(String search) {
        assertThat(market.find("search={search}", search)).containsExactly("sherlock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"café", "cafe", "CAFÉ", "crème", "creme"})
    void doesNotMindAccents(String search) {
        assertThat(market.find("search={search}", search)).containsExactly("amelie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelin", "!!!", "🦊", "sherlock lighthouse"})
    void findsNothingWhereThereIsNothing(String search) {
        var page = market.see("/personalities?search={search}", search);

        assertThat(Market.slugs(page)).isEmpty();
        assertThat(page.path("total").asInt()).isZero();
        assertThat(page.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void neverSearchesInWhatIsSecret() {
        assertThat(market.find("search=halyard")).isEmpty();
    }

    @Test
    void choosesOneOrSeveralCategories() {
        assertThat(market.find("category=games")).containsExactly("sherlock");
        assertThat(market.find("category=games&category=kitchen&sort=name")).containsExactly("amelie", "sherlock");
        assertThat(market.find("category=no-such-shelf")).isEmpty();
    }

    @Test
    void choosesATag() {
        assertThat(market.find("tag=mystery")).containsExactly("sherlock");
        assertThat(market.find("tag=Mystery")).containsExactly("sherlock");
        assertThat(market.find("tag=myst")).isEmpty();
    }

    @Test
    void countsFacetsWithAllFiltersButTheCategories() {
        var page = market.see("/personalities?category=games&tag=cosy");

        assertThat(page.path("total").asInt()).isZero();
        assertThat(page.path("facets").path("categories").valueStream()
                .map(facet -> facet.path("slug").asString() + " " + facet.path("count").asInt()))
                .containsExactly("companions 1", "kitchen 1");
    }

    @Test
    void sortsByNameAndByAge() {
        assertThat(market.find("sort=name")).containsExactly("amelie", "orla-the-lighthouse-keeper", "sherlock");
        assertThat(market.find("sort=newest")).containsExactly("amelie", "sherlock", "orla-the-lighthouse-keeper");
    }

    @Test
    void namesEveryCategoryWithItsCount() {
        var categories = market.see("/categories");

        assertThat(categories.size()).isGreaterThanOrEqualTo(8);
        assertThat(categories.valueStream().filter(category -> category.path("count").asInt() == 1)
                .map(category -> category.path("slug").asString())).containsExactly("companions", "games", "kitchen");
    }

    @Test
    void showsADetailByIdAndBySlug() {
        var bySlug = market.see("/personalities/sherlock");

        assertThat(market.see("/personalities/{id}", bySlug.path("id").asString())).isEqualTo(bySlug);
        assertThat(bySlug.path("rating").path("histogram").size()).isEqualTo(5);
        assertThat(bySlug.path("traits").size()).isEqualTo(2);
        assertThat(bySlug.path("greeting").asString()).isEqualTo("Come in out of the wind.");
        assertThat(bySlug.at("/sampleConversations/0/0/role").asString()).isEqualTo("user");
        assertThat(bySlug.path("version").asInt()).isOne();
    }

    @Test
    void keepsTheSystemPromptToItselfUnlessItIsOpen() {
        market.publish(Templates.named("Open Olga").put("promptVisibility", "open"));

        assertThat(market.see("/personalities/sherlock").toString()).doesNotContain("systemPrompt", "halyard");
        assertThat(market.see("/personalities?limit=100").toString()).doesNotContain("systemPrompt", "halyard");
        assertThat(market.see("/personalities/open-olga").path("systemPrompt").asString()).contains("halyard");
    }

    @Test
    void choosesWhatHasAllTags() {
        assertThat(market.find("tag=mystery&tag=victorian")).containsExactly("sherlock");
        assertThat(market.find("tag=mystery&tag=cosy")).isEmpty();
    }

    @Test
    void leavesOutCategories() {
        var page = market.see("/personalities?excludeCategory=games&excludeCategory=kitchen");

        assertThat(Market.slugs(page)).containsExactly("orla-the-lighthouse-keeper");
        assertThat(page.path("total").asInt()).isOne();
        assertThat(page.at("/facets/categories").size()).isOne();
        assertThat(market.find("category=games&category=kitchen&excludeCategory=games")).containsExactly("amelie");
        assertThat(market.find("search=cosy&excludeCategory=kitchen")).containsExactly("orla-the-lighthouse-keeper");
    }

    @Test
    void findsByTrait() {
        assertThat(market.see("/personalities?search=mischief").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void namesStandBeforeTagsAndTagsBeforeDescriptions() {
        market.publish(Templates.named("Corner Chair").put("description", "Never seen at the lighthouse."));
        market.publish(tagged(Templates.named("Lamp").put("description", "Burns."), "lighthouse"));

        assertThat(market.find("search=lighthouse")).containsExactly("orla-the-lighthouse-keeper", "lamp",
                "corner-chair");
        assertThat(market.find("search=lighthouse&sort=newest")).containsExactly("lamp", "corner-chair",
                "orla-the-lighthouse-keeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "sh", "o", "the", "or the"})
    void shortAndCommonWordsAreForNames(String search) {
        assertThat(market.find("search={search}", search)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a & b | !c:*", "'sher'", "\"sher\\", "sherlock' | 'orla", "<->", "((((", ":*", "\\", "%",
            "_",
            "sher:*A", "🦊🦊", "\u202e\u0000", "ＳＨＥＲ", "ﷺ", "ß", "é", "-", "null", "' OR 1=1 --", "\t\n",
            "1e5 3.14 0x1f"})
    void takesAnythingForASearch(String search) {
        for (var sort : List.of("", "name", "relevance")) {
            market.visit("/personalities?search={search}&sort={sort}", search, sort).expectStatus()
                    .value(status -> assertThat(status).isIn(200, 400));
        }
        market.visit("/personalities?search={search}", search.repeat(200).substring(0, 200)).expectStatus()
                .value(status -> assertThat(status).isIn(200, 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=best", "limit=0", "limit=101", "cursor=x"})
    void refusesWhatNoListHas(String query) {
        client.get().uri("/api/marketplace/personalities?" + query).exchange().expectStatus().isBadRequest();
    }

    @Test
    void likensByTagsTraitsAndCategoryButNeverToItself() {
        market.publish(tagged(Templates.named("Irene").put("category", "games"), "mystery", "victorian"));

        var similar = market.see("/personalities/sherlock/similar");

        assertThat(Market.slugs(similar)).first().isEqualTo("irene");
        assertThat(Market.slugs(similar)).doesNotContain("sherlock");
        assertThat(similar.at("/items/0").propertyNames()).contains("avatar", "rating", "category");
        assertThat(Market.slugs(market.see("/personalities/sherlock/similar?limit=1"))).containsExactly("irene");
        market.visit("/personalities/nobody/similar").expectStatus().isNotFound();
        market.visit("/personalities/sherlock/similar?limit=25").expectStatus().isBadRequest();
    }

    @Test
    void sendsJson() {
        market.visit("/personalities").expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
    }

    private static ObjectNode keeper() {
        return tagged(Templates.complete(), "sea", "cosy");
    }

    private static ObjectNode detective() {
        return tagged(Templates.named("Sherlock").put("category", "games")
                .put("tagline", "The detective with the pipe.")
                .put("description", "Solves what nobody can, from a room in Baker Street."), "mystery", "victorian");
    }

    private static ObjectNode cook() {
        return tagged(Templates.named("Amélie").put("category", "kitchen").put("tagline", "Your café on the corner.")
                .put("description", "Breaks the crust of every crème brûlée."), "cosy", "french");
    }

    private static ObjectNode tagged(ObjectNode template, String... tags) {
        var array = template.putArray("tags");
        for (var tag : tags) {
            array.add(tag);
        }
        return template;
    }
}
