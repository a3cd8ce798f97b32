package dev.personamarket.catalog.personality;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

@CatalogTest
class BulkIntegrationTests {

    @Autowired
    private Market market;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void everyItemIsAnsweredAndABadOneStopsNoOther() {
        var good = market.create(Templates.named("Good"));
        var stale = market.create(Templates.named("Stale"));
        var deleted = market.create(Templates.named("Deleted"));
        market.delete(deleted);
        var last = market.create(Templates.named("Last"));

        var answer = bulk(Map.of("action", "publish", "items", List.of(item(good, "\"1\""), item(stale, "\"7\""),
                Map.of("id", "nonsense"), item(deleted, "*"), item(UUID.randomUUID(), "*"), item(good, "\"1\""),
                Map.of(), Map.of("id", last))));

        assertThat(statuses(answer)).containsExactly(200, 412, 400, 409, 404, 400, 400, 200);
        assertThat(answer.path("succeeded").asInt()).isEqualTo(2);
        assertThat(answer.path("failed").asInt()).isEqualTo(6);
        assertThat(answer.at("/items/0/etag").asString()).isEqualTo("\"2\"");
        assertThat(answer.at("/items/0/state").asString()).isEqualTo("published");
        assertThat(answer.at("/items/1/problem/type").asString()).isEqualTo("/problems/precondition-failed");
        assertThat(answer.at("/items/5/problem/type").asString()).isEqualTo("/problems/duplicate-item");
        assertThat(market.find("sort=name")).containsExactly("good", "last");
    }

    @Test
    void eachActionIsThatOfOneAlone() {
        var ids = Stream.of("One", "Two").map(Templates::named).map(market::publish).toList();

        for (var step : List.of("archive archived", "restore published", "delete deleted", "restore published")) {
            var answer = bulk(Map.of("action", step.split(" ")[0], "ids", ids));
            assertThat(statuses(answer)).containsExactly(200, 200);
            assertThat(answer.at("/items/1/state").asString()).isEqualTo(step.split(" ")[1]);
        }
        assertThat(market.find("sort=name")).containsExactly("one", "two");
    }

    @Test
    void twoAtOnceInOppositeOrderDoNotWaitForEachOther() {
        var ids = IntStream.range(0, 20).mapToObj(i -> market.create(Templates.named("Nr " + i))).toList();

        var answers = Stream.of(ids, ids.reversed()).map(order -> CompletableFuture.supplyAsync(
                () -> bulk(Map.of("action", "publish", "ids", order)))).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(statuses(answer)).hasSize(20).containsOnly(200));
        assertThat(ids).allSatisfy(id -> assertThat(market.read(id).path("version").asInt()).isOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"action\":\"burn\",\"ids\":[\"1\"]}", "{\"action\":\"publish\"}",
            "{\"action\":\"publish\",\"ids\":[]}", "{\"action\":\"publish\",\"ids\":7}", "[]"})
    void whatIsNoBulkIsRefused(String body) {
        market.tell(POST, "/personalities/bulk", body).expectStatus().isBadRequest();
    }

    @Test
    void moreThanAHundredAreRefused() {
        market.tell(POST, "/personalities/bulk", Map.of("action", "publish", "ids",
                Collections.nCopies(101, UUID.randomUUID()))).expectStatus().isBadRequest();
    }

    private static Map<String, Object> item(UUID id, String ifMatch) {
        return Map.of("id", id, "ifMatch", ifMatch);
    }

    private JsonNode bulk(Object request) {
        return Market.body(market.tell(POST, "/personalities/bulk", request).expectStatus().isOk());
    }

    private static List<Integer> statuses(JsonNode answer) {
        return answer.path("items").valueStream().map(item -> item.path("status").asInt()).toList();
    }
}
