package dev.personamarket.catalog.audit;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@CatalogTest
class AuditIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void everyDeedIsThereWithWhoDidItTheNewestFirst() {
        var id = market.publish(Templates.complete());
        market.replace(id, "*", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isOk();
        market.archive(id);
        market.delete(id);
        market.restore(id);

        var trail = trail("?personality=" + id);

        assertThat(actions(trail)).containsExactly("restore", "delete", "archive", "replace", "publish", "create");
        assertThat(trail.path("items").valueStream().map(item -> item.at("/actor/id").asString()))
                .containsOnly(market.admin().id().toString());
        assertThat(trail.at("/items/0/actor/name").asString()).isEqualTo("Ada");
    }

    @Test
    void tellsWhatWasAndWhatIsFieldByField() {
        var id = market.publish(Templates.complete());
        var edited = Templates.complete().put("systemPrompt", "You are Orla, and you hum.");
        edited.withObject("/traits/0").put("value", 12);
        market.replace(id, "*", edited).expectStatus().isOk();

        var trail = trail("?personality=" + id);

        assertThat(trail.at("/items/0/changes").valueStream().map(change -> change.path("field").asString()))
                .containsExactlyInAnyOrder("systemPrompt", "traits[0].value");
        assertThat(trail.at("/items/0/changes").toString()).contains("halyard").contains("you hum");
        assertThat(trail.at("/items/1/changes").toString()).contains(
                "{\"field\":\"status\",\"before\":\"draft\",\"after\":\"published\"}",
                "{\"field\":\"version\",\"before\":null,\"after\":1}");
    }

    @Test
    void whatChangesNothingLeavesNoTrace() {
        var id = market.publish(Templates.complete());
        var before = trail("");

        market.publish(id);
        market.replace(id, "*", Templates.complete()).expectStatus().isOk();
        market.replace(id, "\"7\"", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isEqualTo(412);
        market.replace(id, "*", Templates.complete().put("greeting", "")).expectStatus().isBadRequest();
        market.administer(HttpMethod.POST, "", Templates.complete()).expectStatus().isEqualTo(409);

        assertThat(trail("")).isEqualTo(before);
    }

    @Test
    void theDatabaseTakesNoEntryBack() {
        market.create(Templates.complete());

        Stream.of("UPDATE audit SET actor_name = 'Nobody'", "DELETE FROM audit")
                .forEach(sql -> assertThatThrownBy(() -> database.sql(sql).then().block())
                        .rootCause().hasMessageContaining("only added to"));
    }

    @Test
    void isSearchedByWhatWhoAndWhen() {
        var first = market.publish(Templates.named("One"));
        var second = market.create(Templates.named("Two"));
        var time = trail("?personality=" + second).at("/items/0/at").asString();

        assertThat(personalities(trail("?action=create"))).containsExactly(second, first);
        assertThat(actions(trail("?action=publish&personality=" + second))).isEmpty();
        assertThat(actions(trail("?actor=" + market.admin().id()))).hasSize(3);
        assertThat(actions(trail("?actor=" + UUID.randomUUID()))).isEmpty();
        assertThat(personalities(trail("?from=" + time))).contains(second);
        assertThat(personalities(trail("?to=" + time))).doesNotContain(second);
        assertThat(actions(trail("?category=companions"))).isEmpty();
    }

    @Test
    void pagesNeitherRepeatNorSkip() {
        Stream.of("One", "Two", "Three").map(Templates::named).forEach(market::publish);

        var first = trail("?limit=4");
        var second = trail("?limit=4&cursor=" + first.path("nextCursor").asString());

        assertThat(first.path("items").size()).isEqualTo(4);
        assertThat(Stream.of(first, second).flatMap(page -> page.path("items").valueStream())
                .map(item -> item.path("id").asString())).hasSize(6).doesNotHaveDuplicates();
        assertThat(second.has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?action=steal", "?personality=1", "?actor=x", "?from=yesterday",
            "?to=%2B1000000000-12-31T23:59:59Z", "?limit=0", "?limit=101", "?cursor=nonsense", "?category=%00"})
    void whatSaysNothingIsRefused(String query) {
        market.ask(HttpMethod.GET, "/audit" + query.replace("%00", "{zero}"), "\0").expectStatus().isBadRequest();
    }

    private JsonNode trail(String query) {
        return Market.body(market.ask(HttpMethod.GET, "/audit" + query).expectStatus().isOk());
    }

    private static List<String> actions(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("action").asString()).toList();
    }

    private static List<UUID> personalities(JsonNode page) {
        return page.path("items").valueStream().map(item -> UUID.fromString(item.path("personalityId").asString()))
                .toList();
    }
}
