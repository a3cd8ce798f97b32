package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

@CatalogTest
class VersionsIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestKafka kafka;

    private UUID id = UUID.randomUUID();

    @BeforeEach
    void publishTwice() {
        market.clear();
        id = market.publish(Templates.complete());
        market.replace(id, "*", Templates.complete().put("greeting", "Ahoy.").put("systemPrompt", "You hum."))
                .expectStatus().isOk();
        market.publish(id);
    }

    @Test
    void adminsReadThePast() {
        var page = get("/versions");

        assertThat(page.path("items").valueStream().map(version -> version.path("version").asInt()))
                .containsExactly(2, 1);
        assertThat(page.at("/items/0/changed").toString()).isEqualTo("[\"greeting\",\"systemPrompt\"]");
        assertThat(page.at("/items/0/contentHash")).isEqualTo(market.read(id).path("contentHash"));
        assertThat(page.at("/items/0/publisher/name").asString()).isEqualTo("Ada");
        assertThat(page.at("/items/1/changed").isEmpty()).isTrue();
        assertThat(get("/versions/1").at("/content/systemPrompt").asString()).contains("halyard");
    }

    @Test
    void thePastHasPages() {
        var first = get("/versions?limit=1");
        var second = get("/versions?limit=1&cursor=" + first.path("nextCursor").asString());

        assertThat(first.at("/items/0/version").asInt()).isEqualTo(2);
        assertThat(second.at("/items/0/version").asInt()).isOne();
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void twoVersionsAreComparedFieldByField() {
        market.replace(id, "*", Templates.complete().put("greeting", "Good evening.").put("systemPrompt", "You hum."))
                .expectStatus().isOk();

        assertThat(get("/versions/diff?from=1&to=2").valueStream().map(difference -> difference.path("field")
                .asString())).containsExactly("greeting", "systemPrompt");
        assertThat(get("/versions/diff?from=2&to=draft").toString()).isEqualTo(
                "[{\"field\":\"greeting\",\"before\":\"Ahoy.\",\"after\":\"Good evening.\"}]");
        assertThat(get("/versions/diff?from=draft&to=draft").isEmpty()).isTrue();
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        for (var path : List.of("/versions/3", "/versions/0", "/versions/-1", "/versions/diff?from=1&to=9")) {
            market.administer(GET, "/" + id + path).expectStatus().isNotFound();
        }
        for (var path : List.of("/versions/x", "/versions/99999999999", "/versions/diff?from=1&to=x",
                "/versions/diff?from=1", "/versions?limit=0", "/versions?cursor=x")) {
            market.administer(GET, "/" + id + path).expectStatus().isBadRequest();
        }
        market.administer(GET, "/" + UUID.randomUUID() + "/versions").expectStatus().isNotFound();
        market.administer(POST, "/" + id + "/versions/7/rollback").expectStatus().isNotFound();
    }

    @Test
    void rollingBackPublishesTheOldContentAsTheNextVersion() {
        var first = get("/versions/1");

        var rolledBack = Market.body(market.administer(POST, "/" + id + "/versions/1/rollback").expectStatus().isOk());

        assertThat(rolledBack.path("version").asInt()).isEqualTo(3);
        assertThat(rolledBack.path("contentHash")).isEqualTo(first.path("contentHash"));
        assertThat(rolledBack.path("unpublishedChanges").asBoolean()).isFalse();
        assertThat(market.see("/personalities/{id}", id).path("greeting").asString()).contains("wind");
        kafka.awaitEvent("marketplace.PersonalityPublished.v1", event -> event.path("personalityId").asString()
                .equals(id.toString()) && event.path("version").asInt() == 3);
        assertThat(Market.body(market.ask(GET, "/audit?action=rollback")).path("items").size()).isOne();
    }

    @Test
    void rollingBackHeedsWhatTheAdminBelieves() {
        client.method(HttpMethod.POST).uri("/api/admin/personalities/{id}/versions/1/rollback", id)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization())
                .header(HttpHeaders.IF_MATCH, "\"1\"").exchange().expectStatus().isEqualTo(412);
    }

    @Test
    void everybodyLearnsThatItChangedButNotToWhat() {
        var answer = market.visit("/personalities/orla-the-lighthouse-keeper/versions").expectStatus().isOk()
                .expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
        var history = Market.body(answer);

        assertThat(history).isEqualTo(market.see("/personalities/{id}/versions", id));
        assertThat(history.valueStream().map(version -> version.path("version").asInt())).containsExactly(2, 1);
        assertThat(history.at("/0/changed").toString()).isEqualTo("[\"greeting\",\"systemPrompt\"]");
        assertThat(history.toString()).doesNotContain("hum").doesNotContain("Ahoy").doesNotContain("Ada");
        var etag = Objects.requireNonNull(answer.returnResult(Void.class).getResponseHeaders().getETag());
        client.get().uri("/api/marketplace/personalities/{id}/versions", id).header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange().expectStatus().isNotModified();
    }

    @Test
    void whatIsNotServedHasNoPublicPast() {
        market.archive(id);

        market.visit("/personalities/{id}/versions", id).expectStatus().isNotFound();
        market.visit("/personalities/nobody/versions").expectStatus().isNotFound();
    }

    private JsonNode get(String path) {
        return Market.body(market.administer(GET, "/" + id + path).expectStatus().isOk());
    }
}
