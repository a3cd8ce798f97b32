package dev.personamarket.catalog.personality;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.catalog.CatalogTest;
import dev.personamarket.catalog.Market;
import dev.personamarket.catalog.Templates;
import dev.personamarket.catalog.avatar.Pictures;
import dev.personamarket.catalog.avatar.Portraits;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogTest
class FaceIntegrationTests {

    @Autowired
    private Market market;

    @Autowired
    private WebTestClient client;

    @Autowired
    private DatabaseClient database;

    @BeforeEach
    void clear() {
        market.clear();
    }

    @Test
    void aFaceIsSeenFromTheNextPublishOn() {
        var id = market.publish(Templates.complete());
        var drawn = market.see("/personalities/" + id).path("avatar").path("url").asString();

        var answer = upload(id, Pictures.of("jpeg"), "\"2\"").expectStatus().isOk().expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"3\"");
        var face = Market.body(answer).path("avatar").path("url").asString();
        assertThat(face).matches("/api/marketplace/avatars/[0-9a-f]{64}/256.webp");
        assertThat(market.see("/personalities/" + id).path("avatar").path("url").asString()).isEqualTo(drawn);

        market.publish(id);
        assertThat(market.see("/personalities/" + id).path("avatar").path("url").asString()).isEqualTo(face);
        client.get().uri(face).exchange().expectStatus().isOk().expectHeader().contentType("image/webp");
    }

    @Test
    void theDrawnFaceComesBack() {
        var id = market.create(Templates.complete());
        upload(id, Pictures.of("png"), "*").expectStatus().isOk();

        var answer = market.administer(HttpMethod.DELETE, "/" + id + "/avatar").expectStatus().isOk();

        assertThat(Market.body(answer).path("avatar").path("url").asString()).contains("/fallback/" + id);
    }

    @Test
    void theSamePictureIsStoredOnceAndChangesNothing() {
        var id = market.create(Templates.complete());
        upload(id, Pictures.of("gif"), "*").expectStatus().isOk();

        upload(id, Pictures.of("gif"), "*").expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");

        assertThat(rows()).isEqualTo(4);
    }

    @Test
    void nothingIsWrittenIfAnythingIsWrong() {
        var id = market.create(Templates.complete());
        var picture = Pictures.of("png");

        isProblem(upload(id, picture, "\"7\""), 412);
        isProblem(upload(UUID.randomUUID(), picture, "*"), 404);
        isProblem(upload(id, "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), "*"), 415);
        isProblem(upload(id, new byte[0], "*"), 415);
        isProblem(upload(id, Arrays.copyOf(picture, picture.length - 30), "*"), 400);
        isProblem(upload(id, Pictures.zeros(8000, 5000), "*"), 400);
        isProblem(upload(id, Arrays.copyOf(picture, Portraits.LARGEST_FILE + 1), "*"), 413);
        isProblem(upload(id, new byte[21 * 1024 * 1024], "*"), 413);
        market.archive(id);
        isProblem(upload(id, picture, "*"), 409);

        assertThat(rows()).isZero();
        assertThat(market.read(id).path("avatar").path("url").asString()).contains("/fallback/");
    }

    @Test
    void fiveMegabytesAreTaken() {
        upload(market.create(Templates.complete()), Arrays.copyOf(Pictures.of("png"), Portraits.LARGEST_FILE), "*")
                .expectStatus()
                .isOk();
    }

    @Test
    void aRequestWithoutAFileIsAProblem() {
        var id = market.create(Templates.complete());
        var parts = new MultipartBodyBuilder();
        parts.part("picture", "x");

        isProblem(put(id, "*").bodyValue(parts.build()).exchange(), 400);
        isProblem(put(id, "*").contentType(MediaType.MULTIPART_FORM_DATA).exchange(), 400);
        isProblem(put(id, "*").contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange(), 415);
        isProblem(put(id, "*").header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x")
                .bodyValue("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nnever ends")
                .exchange(), 400);
    }

    private ResponseSpec upload(UUID id, byte[] picture, String ifMatch) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(picture), MediaType.IMAGE_PNG).filename("me.png");
        return put(id, ifMatch).bodyValue(parts.build()).exchange();
    }

    private WebTestClient.RequestBodySpec put(UUID id, String ifMatch) {
        return client.put().uri("/api/admin/personalities/{id}/avatar", id).header(HttpHeaders.IF_MATCH, ifMatch)
                .header(HttpHeaders.AUTHORIZATION, market.admin().authorization());
    }

    private long rows() {
        return database.sql("SELECT count(*) FROM avatar").mapValue(Long.class).one().blockOptional().orElseThrow();
    }

    private static void isProblem(ResponseSpec answer, int status) {
        answer.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
