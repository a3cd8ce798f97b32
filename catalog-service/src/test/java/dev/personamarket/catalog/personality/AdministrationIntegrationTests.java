package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.testing.Contracts;
import dev.personamarket.testing.TestKafka;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

@CatalogTest
class AdministrationIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private TestKafka kafka;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @Test
    void aDraftIsSeenByItsAdminsAlone() {
        var created = market.administer(POST, "", Templates.complete()).expectStatus().isCreated()
                .expectHeader().valueEquals("ETag", "\"1\"");
        var personality = Market.body(created);

        created.expectHeader().location("/api/admin/personalities/" + personality.path("id").asString());
        assertThat(personality.path("status").asString()).isEqualTo("draft");
        assertThat(personality.path("creatorId").asString()).isEqualTo(market.admin().id().toString());
        assertThat(market.find("limit=10")).isEmpty();
        market.visit("/personalities/orla-the-lighthouse-keeper").expectStatus().isNotFound();
    }

    @Test
    void publishingServesItAndTellsTheWorldAndThePreview() {
        var id = market.publish(Templates.complete());

        assertThat(market.find("limit=10")).containsExactly("orla-the-lighthouse-keeper");
        var published = event("marketplace.PersonalityPublished.v1", id, 2);
        var prompt = event("marketplace.PromptPublished.v1", id, 2);
        Contracts.assertValid("marketplace.PersonalityPublished.v1", published);
        Contracts.assertValid("marketplace.PromptPublished.v1", prompt);
        assertThat(published.path("creatorId").asString()).isEqualTo(market.admin().id().toString());
        assertThat(published.path("contentHash")).isEqualTo(prompt.path("contentHash"))
                .isEqualTo(market.read(id).path("contentHash"));
        assertThat(published.toString()).doesNotContain("halyard");
        assertThat(prompt.path("systemPrompt").asString()).contains("halyard");
    }

    @Test
    void editingADraftNeverChangesWhatIsServedUntilItIsPublished() {
        var id = market.publish(Templates.complete());
        var served = market.see("/personalities/{id}", id);

        market.replace(id, "\"2\"", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isOk();
        assertThat(market.see("/personalities/{id}", id)).isEqualTo(served);
        assertThat(market.read(id).path("unpublishedChanges").asBoolean()).isTrue();

        market.publish(id);
        var again = market.see("/personalities/{id}", id);
        assertThat(again.path("greeting").asString()).isEqualTo("Ahoy.");
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(again.path("publishedAt")).isEqualTo(served.path("publishedAt"));
    }

    @Test
    void theDatabaseRefusesToChangeAVersion() {
        var id = market.publish(Templates.complete());

        Stream.of("UPDATE personality_version SET content = '{}'", "DELETE FROM personality_version")
                .forEach(sql -> assertThatThrownBy(() -> database.sql(sql).then().block())
                        .rootCause().hasMessageContaining("never changes"));
        assertThat(market.see("/personalities/{id}", id).path("version").asInt()).isOne();
    }

    @Test
    void theDatabaseHoldsTheTextAgainstItsHash() {
        var id = market.create(Templates.complete());

        assertThatThrownBy(() -> database.sql("""
                INSERT INTO personality_version (personality_id, version, content, content_hash, published_at)
                VALUES (:id, 1, '{}', 'sha256:%s', now())""".formatted("0".repeat(64))).bind("id", id).then().block())
                .rootCause().hasMessageContaining("content_as_hashed");
    }

    @Test
    void replacingNeedsToSayWhatItReplaces() {
        var id = market.create(Templates.complete());

        var missing = market.administer(PUT, "/" + id, Templates.complete()).expectStatus().isEqualTo(428);
        assertThat(Market.body(missing).path("type").asString()).isEqualTo("/problems/precondition-required");
        for (var stale : List.of("\"7\"", "W/\"1\"", "1", "nonsense")) {
            market.replace(id, stale, Templates.complete()).expectStatus().isEqualTo(412);
        }
        market.replace(id, "\"7\", \"1\"", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isOk()
                .expectHeader().valueEquals("ETag", "\"2\"");
        market.replace(id, "*", Templates.complete()).expectStatus().isOk();
    }

    @Test
    void ofTwoAdminsWhoReplaceAtOnceOneIsAsked() {
        var id = market.create(Templates.complete());

        var answers = Stream.of("Ahoy.", "Good evening.").map(greeting -> CompletableFuture.supplyAsync(
                () -> market.replace(id, "\"1\"", Templates.complete().put("greeting", greeting))
                        .returnResult(Void.class).getStatus().value()))
                .toList().stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(market.read(id).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsArchivedIsGoneFromSightAndCanBeRestored() {
        var id = market.publish(Templates.complete());

        market.archive(id);
        assertThat(market.find("limit=10")).isEmpty();
        market.visit("/personalities/{id}", id).expectStatus().isNotFound();
        Contracts.assertValid("marketplace.PersonalityArchived.v1", event("marketplace.PersonalityArchived.v1", id, 3));
        Contracts.assertValid("marketplace.PromptWithdrawn.v1", event("marketplace.PromptWithdrawn.v1", id, 3));
        assertThat(market.read(id).path("status").asString()).isEqualTo("archived");
        market.administer(POST, "/" + id + "/publish").expectStatus().isEqualTo(409);
        market.replace(id, "*", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isEqualTo(409);

        market.administer(POST, "/" + id + "/restore").expectStatus().isOk();
        assertThat(market.find("limit=10")).containsExactly("orla-the-lighthouse-keeper");
        assertThat(event("marketplace.PersonalityPublished.v1", id, 4).path("version").asInt()).isOne();
    }

    @Test
    void aSlugIsTakenUntilItsOwnerIsDeleted() {
        var first = market.publish(Templates.complete());

        var taken = market.administer(POST, "", Templates.complete()).expectStatus().isEqualTo(409);
        assertThat(Market.body(taken).path("type").asString()).isEqualTo("/problems/slug-taken");

        market.archive(first);
        market.administer(POST, "", Templates.complete()).expectStatus().isEqualTo(409);
        market.delete(first);
        var second = market.publish(Templates.complete());
        assertThat(market.see("/personalities/orla-the-lighthouse-keeper").path("id").asString())
                .isEqualTo(second.toString());
        market.administer(POST, "/" + first + "/restore").expectStatus().isEqualTo(409);

        market.administer(POST, "/" + first + "/restore?slug=Not%20A%20Slug").expectStatus().isBadRequest();
        var back = Market.body(market.administer(POST, "/" + first + "/restore?slug=orla-again").expectStatus().isOk());
        assertThat(back.path("status").asString()).isEqualTo("draft");
        assertThat(back.path("unpublishedChanges").asBoolean()).isTrue();
        market.publish(first);
        assertThat(market.see("/personalities/orla-again").path("id").asString()).isEqualTo(first.toString());
    }

    @Test
    void whatIsDeletedIsKeptUnseenAndCanBeRestored() {
        var id = market.publish(Templates.complete());

        market.delete(id);
        market.delete(id);
        assertThat(market.find("limit=10")).isEmpty();
        assertThat(market.listed("")).isEmpty();
        assertThat(market.listed("?status=deleted")).containsExactly(id);
        assertThat(market.read(id).path("status").asString()).isEqualTo("deleted");
        for (var verb : List.of("publish", "archive", "versions/1/rollback")) {
            var refused = market.administer(POST, "/" + id + "/" + verb).expectStatus().isEqualTo(409);
            assertThat(Market.body(refused).path("type").asString()).isEqualTo("/problems/personality-deleted");
        }

        assertThat(market.restore(id).path("status").asString()).isEqualTo("published");
        assertThat(market.find("limit=10")).containsExactly("orla-the-lighthouse-keeper");
    }

    @Test
    void theSlugOfAPublishedOneStays() {
        var id = market.publish(Templates.complete());

        var refused = market.replace(id, "*", Templates.complete().put("slug", "orla")).expectStatus().isBadRequest();

        assertThat(Market.body(refused).at("/errors/0/field").asString()).isEqualTo("slug");
    }

    private JsonNode event(String type, UUID id, int revision) {
        return kafka.awaitEvent(type, event -> event.path("personalityId").asString().equals(id.toString())
                && event.path("revision").asInt() == revision);
    }
}
