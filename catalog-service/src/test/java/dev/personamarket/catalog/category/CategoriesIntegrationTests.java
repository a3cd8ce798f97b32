package dev.personamarket.catalog.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

@CatalogTest
class CategoriesIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void putUpTwoShelves() {
        takeDown();
        market.tell(POST, "/categories", Map.of("name", "Sea & Shore")).expectStatus().isCreated()
                .expectHeader().location("/api/admin/categories/sea-shore");
        market.tell(POST, "/categories", Map.of("name", "Hills", "slug", "hills")).expectStatus().isCreated();
    }

    @AfterEach
    void takeDown() {
        market.clear();
        database.sql("DELETE FROM category WHERE slug IN ('sea-shore', 'hills', 'sea', 'mountains')").then().block();
    }

    @Test
    void areListedWithHowManyTheyHave() {
        market.publish(on("sea-shore", "One"));
        market.create(on("sea-shore", "Two"));
        market.delete(market.create(on("sea-shore", "Three")));

        assertThat(shelf("sea-shore").path("counts").toString())
                .isEqualTo("{\"draft\":1,\"published\":1,\"archived\":0,\"deleted\":1}");
        assertThat(slugs()).endsWith("sea-shore", "hills");
    }

    @Test
    void aRenamedOneIsThePresentOneEverywhereAtOnce() {
        var id = market.publish(on("sea-shore", "One"));

        var renamed = Market.body(market.tell(PUT, "/categories/sea-shore", Map.of("name", "Sea", "slug", "sea"))
                .expectStatus().isOk());

        assertThat(renamed.path("aliases").toString()).isEqualTo("[\"sea-shore\"]");
        assertThat(market.see("/personalities/{id}", id).path("category").toString())
                .isEqualTo("{\"slug\":\"sea\",\"name\":\"Sea\"}");
        assertThat(market.find("category=sea")).containsExactly("one");
        assertThat(facet("sea")).isOne();
        var read = market.read(id);
        assertThat(read.at("/category/name").asString()).isEqualTo("Sea");
        assertThat(read.path("unpublishedChanges").asBoolean()).isFalse();
        assertThat(Market.body(market.administer(GET, "/" + id + "/versions/diff?from=1&to=draft")).isEmpty()).isTrue();
        assertThat(Market.body(market.administer(GET, "?category=sea-shore")).path("total").asInt()).isOne();
    }

    @Test
    void oldNamesStillLeadToIt() {
        market.tell(PUT, "/categories/sea-shore", Map.of("name", "Sea", "slug", "sea")).expectStatus().isOk();

        var id = market.publish(on("sea-shore", "One"));

        assertThat(market.read(id).at("/category/slug").asString()).isEqualTo("sea");
        assertThat(market.find("category=sea-shore")).containsExactly("one");
        market.tell(POST, "/categories", Map.of("name", "Sea & Shore")).expectStatus().isEqualTo(409);
        market.tell(PUT, "/categories/hills", Map.of("name", "Hills", "slug", "sea-shore")).expectStatus()
                .isEqualTo(409);
        market.tell(PUT, "/categories/sea", Map.of("name", "Back", "slug", "sea-shore")).expectStatus().isOk();
        assertThat(market.find("category=sea")).containsExactly("one");
    }

    @Test
    void everythingOfAMergedOneIsOfTheOther() {
        var published = market.publish(on("sea-shore", "One"));
        var draft = market.create(on("sea-shore", "Two"));
        var moved = market.publish(on("sea-shore", "Three"));
        market.replace(moved, "*", on("hills", "Three")).expectStatus().isOk();
        assertThat(market.read(moved).path("unpublishedChanges").asBoolean()).isTrue();

        market.tell(POST, "/categories/sea-shore/merge", Map.of("into", "hills")).expectStatus().isOk();

        assertThat(slugs()).doesNotContain("sea-shore");
        assertThat(market.find("category=hills&sort=name")).containsExactly("one", "three");
        assertThat(facet("hills")).isEqualTo(2);
        assertThat(market.find("category=sea-shore&sort=name")).containsExactly("one", "three");
        assertThat(market.read(draft).at("/category/slug").asString()).isEqualTo("hills");
        assertThat(market.read(moved).path("unpublishedChanges").asBoolean()).isFalse();
        assertThat(Market.body(market.administer(GET, "?unpublished=true")).path("total").asInt()).isOne();
        market.replace(published, "*", on("hills", "One").put("greeting", "Ahoy.")).expectStatus().isOk();
        market.publish(published);
        market.administer(POST, "/" + published + "/versions/1/rollback").expectStatus().isOk();
        assertThat(market.read(published).at("/category/slug").asString()).isEqualTo("hills");
    }

    @Test
    void standInTheOrderThatAdminsPutThemIn() {
        var before = slugs();

        market.tell(PUT, "/categories/order", Map.of("slugs", before.reversed())).expectStatus().isOk();
        assertThat(slugs()).isEqualTo(before.reversed());
        assertThat(market.see("/categories").valueStream().map(each -> each.path("slug").asString()))
                .containsExactlyElementsOf(before.reversed());
        market.tell(POST, "/categories", Map.of("name", "Mountains")).expectStatus().isCreated();
        assertThat(slugs()).last().isEqualTo("mountains");

        for (var wrong : List.of(before, Stream.concat(before.stream(), Stream.of("nowhere")).toList(),
                Stream.concat(before.stream(), Stream.of("hills")).toList())) {
            market.tell(PUT, "/categories/order", Map.of("slugs", wrong)).expectStatus().isBadRequest();
        }
        market.tell(DELETE, "/categories/mountains", "").expectStatus().isNoContent();
        market.tell(PUT, "/categories/order", Map.of("slugs", before)).expectStatus().isOk();
    }

    @Test
    void onlyEmptyOnesAreTakenDown() {
        var id = market.publish(on("sea-shore", "One"));
        market.replace(id, "*", on("hills", "One")).expectStatus().isOk();
        market.delete(id);

        for (var slug : List.of("sea-shore", "hills")) {
            var refused = market.ask(DELETE, "/categories/" + slug).expectStatus().isEqualTo(409);
            assertThat(Market.body(refused).path("type").asString()).isEqualTo("/problems/category-not-empty");
        }
        assertThat(market.restore(id).path("status").asString()).isEqualTo("published");
    }

    @Test
    void aContentWhoseShelfIsGoneIsRolledBackToWhereTheDraftIs() {
        var id = market.publish(on("sea-shore", "One"));
        market.replace(id, "*", on("hills", "One")).expectStatus().isOk();
        market.publish(id);
        market.ask(DELETE, "/categories/sea-shore").expectStatus().isNoContent();

        assertThat(Market.body(market.administer(GET, "/" + id + "/versions/1")).at("/content/category/slug")
                .asString()).isEqualTo("sea-shore");
        market.administer(POST, "/" + id + "/versions/1/rollback").expectStatus().isOk();
        assertThat(market.read(id).at("/category/slug").asString()).isEqualTo("hills");
    }

    @Test
    void everyChangeIsInTheTrail() {
        market.tell(PUT, "/categories/sea-shore", Map.of("name", "Sea", "slug", "sea")).expectStatus().isOk();
        market.tell(PUT, "/categories/sea", Map.of("name", "Sea", "slug", "sea")).expectStatus().isOk();
        market.tell(POST, "/categories/sea/merge", Map.of("into", "hills")).expectStatus().isOk();
        market.ask(DELETE, "/categories/hills").expectStatus().isNoContent();

        var trail = Market.body(market.ask(GET, "/audit")).path("items");
        assertThat(trail.valueStream().limit(4).map(item -> item.path("action").asString())).containsExactly(
                "category-delete", "category-merge", "category-rename", "category-create");
        assertThat(Market.body(market.ask(GET, "/audit?category=sea-shore")).at("/items/0/changes").toString())
                .isEqualTo("[{\"field\":\"slug\",\"before\":\"sea-shore\",\"after\":\"sea\"},"
                        + "{\"field\":\"name\",\"before\":\"Sea & Shore\",\"after\":\"Sea\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"a\\u0000b\"}", "{\"name\":\"!\"}",
            "{\"name\":\"Order\"}", "{\"name\":\"X\",\"slug\":\"No Slug\"}", "[]", "{\"name\":7}"})
    void whatIsNoCategoryIsRefused(String body) {
        market.tell(POST, "/categories", body).expectStatus().isBadRequest();
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        market.tell(PUT, "/categories/nowhere", Map.of("name", "X")).expectStatus().isNotFound();
        market.tell(POST, "/categories/nowhere/merge", Map.of("into", "hills")).expectStatus().isNotFound();
        market.tell(POST, "/categories/hills/merge", Map.of("into", "nowhere")).expectStatus().isBadRequest();
        market.tell(POST, "/categories/hills/merge", Map.of("into", "hills")).expectStatus().isBadRequest();
        market.tell(POST, "/categories/hills/merge", Map.of()).expectStatus().isBadRequest();
        market.tell(PUT, "/categories/order", Map.of()).expectStatus().isBadRequest();
        market.ask(DELETE, "/categories/nowhere").expectStatus().isNotFound();
    }

    @Test
    void mergingWhilePersonalitiesAreWrittenLosesNone() {
        var ids = IntStream.range(0, 8).mapToObj(i -> market.publish(on("sea-shore", "Nr " + i))).toList();

        var edits = ids.stream().map(id -> CompletableFuture.supplyAsync(() -> edit(id))).toList();
        var created = CompletableFuture.supplyAsync(() -> market.administer(POST, "", on("sea-shore", "New"))
                .returnResult(Void.class).getStatus().value());
        market.tell(POST, "/categories/sea-shore/merge", Map.of("into", "hills")).expectStatus().isOk();

        assertThat(edits.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(created.join()).isEqualTo(201);
        assertThat(ids).allSatisfy(id -> assertThat(market.read(id).at("/category/slug").asString())
                .isEqualTo("hills"));
        assertThat(market.find("category=hills")).hasSize(8);
    }

    private int edit(UUID id) {
        return market.replace(id, "*", on("sea-shore", "Edited")).returnResult(Void.class).getStatus().value();
    }

    private static ObjectNode on(String category, String name) {
        return Templates.named(name).put("category", category);
    }

    private JsonNode shelf(String slug) {
        return Market.body(market.ask(GET, "/categories")).valueStream()
                .filter(shelf -> shelf.path("slug").asString().equals(slug)).findFirst().orElseThrow();
    }

    private List<String> slugs() {
        return Market.body(market.ask(GET, "/categories")).valueStream().map(shelf -> shelf.path("slug").asString())
                .toList();
    }

    private int facet(String slug) {
        return market.see("/personalities").at("/facets/categories").valueStream()
                .filter(facet -> facet.path("slug").asString().equals(slug)).findFirst().orElseThrow().path("count")
                .asInt();
    }
}
