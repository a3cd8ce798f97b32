package dev.personamarket.catalog.browsing;

import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor has already is not sent again as long as it holds. */
@CatalogTest
class AskedAgainIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private WebTestClient client;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void publishTwo() {
        market.clear();
        market.publish(Templates.complete());
        market.publish(Templates.named("Sherlock").put("category", "games"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/personalities/sherlock", "/personalities?limit=2", "/categories"})
    void isAskedAgainCheaply(String path) {
        var tag = market.visit(path).expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "no-cache")
                .returnResult(Void.class).getResponseHeaders().getETag();

        assertThat(tag).isNotNull();
        client.get().uri("/api/marketplace" + path).header(HttpHeaders.IF_NONE_MATCH, tag).exchange()
                .expectStatus().isNotModified().expectBody().isEmpty();
        market.publish(Templates.named("Somebody Else"));
        market.archive(UUID.fromString(market.see("/personalities/sherlock").path("id").asString()));
        client.get().uri("/api/marketplace" + path).header(HttpHeaders.IF_NONE_MATCH, tag).exchange()
                .expectStatus().value(status -> assertThat(status).isNotEqualTo(304));
    }

    @Test
    void learnsFromVersionsAloneWhetherADetailStillHolds() {
        var tag = tagOf("/personalities/sherlock");

        withoutContents(() -> askAgain("/personalities/sherlock", tag).isNotModified());
        market.visit("/personalities/nobody").expectStatus().isNotFound();
        askAgain("/personalities/nobody", tag).isNotFound();
    }

    @Test
    void aDetailIsNewWhenItsRatingIs() {
        var tag = tagOf("/personalities/sherlock");

        database.sql("UPDATE standing SET rating_version = 1, rating_histogram = '{0,0,0,0,1}'").then().block();

        askAgain("/personalities/sherlock", tag).isOk();
    }

    @Test
    void aPictureStillHoldsWhereverItIs() {
        var path = "/avatars/%s/64.webp".formatted("a".repeat(64));

        askAgain(path, "\"%s-64\"".formatted("a".repeat(64))).isNotModified();
        askAgain(path, "\"%s-128\"".formatted("a".repeat(64))).isNotFound();
    }

    private String tagOf(String path) {
        return Objects.requireNonNull(
                market.visit(path).returnResult(Void.class).getResponseHeaders().getETag());
    }

    private StatusAssertions askAgain(String path, String tag) {
        return client.get().uri("/api/marketplace" + path).header(HttpHeaders.IF_NONE_MATCH, tag).exchange()
                .expectStatus();
    }

    /** Whoever reads a content now fails. */
    private void withoutContents(Runnable story) {
        database.sql("ALTER TABLE personality_version RENAME TO hidden").then().block();
        try {
            story.run();
        } finally {
            database.sql("ALTER TABLE hidden RENAME TO personality_version").then().block();
        }
    }
}
