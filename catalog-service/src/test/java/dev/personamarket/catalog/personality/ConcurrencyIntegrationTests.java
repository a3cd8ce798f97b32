package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.defaults.problems.Problem;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogTest
class ConcurrencyIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private Curation curation;

    @Autowired
    private WebTestClient client;

    @BeforeEach
    void openAnEmptyCatalogue() {
        market.clear();
    }

    @RepeatedTest(3)
    void ofAllWhoChangeTheSameStateAtOnceOneDoes() {
        var id = market.publish(Templates.complete());
        market.replace(id, "\"2\"", Templates.complete().put("greeting", "Ahoy.")).expectStatus().isOk();

        var answers = List.<IntSupplier>of(
                () -> status(market.replace(id, "\"3\"", Templates.complete().put("greeting", "Hm."))),
                () -> post(id, "/publish"), () -> post(id, "/archive"), () -> post(id, "/versions/1/rollback"),
                () -> face(id)).stream().map(deed -> CompletableFuture.supplyAsync(deed::getAsInt)).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).containsOnlyOnce(200).contains(412).containsOnly(200, 412);
        assertThat(market.read(id).path("revision").asInt()).isEqualTo(4);
    }

    private int post(UUID id, String path) {
        return status(client.post().uri("/api/admin/personalities/{id}" + path, id)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization())
                .header(HttpHeaders.IF_MATCH, "\"3\"").exchange());
    }

    private int face(UUID id) {
        try {
            curation.changeFace(new PersonalityId(id), new Precondition("\"3\""), "ab".repeat(32), Actor.MARKETPLACE)
                    .block();
            return 200;
        } catch (Problem problem) {
            return problem.getStatusCode().value();
        }
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }
}
