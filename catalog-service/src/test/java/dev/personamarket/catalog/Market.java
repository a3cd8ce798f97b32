package dev.personamarket.catalog;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestIdentity;
import tools.jackson.databind.JsonNode;

/** The steps that the stories of the tests are made of: what admins do, and what visitors see. */
public class Market {

    private static final String ADMIN = "/api/admin/personalities";

    private final WebTestClient client;
    private final DatabaseClient database;
    private final TestCaller ada;

    Market(WebTestClient client, DatabaseClient database, TestIdentity identity) {
        this.client = client;
        this.database = database;
        this.ada = identity.admin("Ada");
    }

    /** Forgets all that was there. */
    public void clear() {
        database.sql("TRUNCATE personality, personality_version, imported_card, listing, standing, avatar, audit, word")
                .then()
                .block();
    }

    public TestCaller admin() {
        return ada;
    }

    /** An admin's request with any body. */
    public ResponseSpec administer(HttpMethod method, String path, Object body) {
        return client.method(method).uri(ADMIN + path).header(HttpHeaders.AUTHORIZATION, ada.authorization())
                .bodyValue(body).exchange();
    }

    public ResponseSpec administer(HttpMethod method, String path) {
        return client.method(method).uri(ADMIN + path).header(HttpHeaders.AUTHORIZATION, ada.authorization())
                .exchange();
    }

    /** An admin's request of anything below {@code /api/admin}. */
    public ResponseSpec ask(HttpMethod method, String path, Object... variables) {
        return client.method(method).uri("/api/admin" + path, variables)
                .header(HttpHeaders.AUTHORIZATION, ada.authorization()).exchange();
    }

    /** An admin's request of anything below {@code /api/admin}, with any body. */
    public ResponseSpec tell(HttpMethod method, String path, Object body) {
        return client.method(method).uri("/api/admin" + path).header(HttpHeaders.AUTHORIZATION, ada.authorization())
                .header(HttpHeaders.CONTENT_TYPE, "application/json").bodyValue(body).exchange();
    }

    public ResponseSpec replace(UUID id, String ifMatch, Object template) {
        return client.put().uri(ADMIN + "/" + id).header(HttpHeaders.AUTHORIZATION, ada.authorization())
                .header(HttpHeaders.IF_MATCH, ifMatch).bodyValue(template).exchange();
    }

    public UUID create(JsonNode template) {
        return UUID.fromString(body(administer(HttpMethod.POST, "", template).expectStatus().isCreated())
                .path("id").asString());
    }

    public UUID publish(JsonNode template) {
        var id = create(template);
        publish(id);
        return id;
    }

    public JsonNode publish(UUID id) {
        return body(administer(HttpMethod.POST, "/" + id + "/publish").expectStatus().isOk());
    }

    /** Takes it out of the marketplace. */
    public JsonNode archive(UUID id) {
        return body(administer(HttpMethod.POST, "/" + id + "/archive").expectStatus().isOk());
    }

    /** Takes it out of everybody's sight. */
    public void delete(UUID id) {
        administer(HttpMethod.DELETE, "/" + id).expectStatus().isNoContent();
    }

    public JsonNode restore(UUID id) {
        return body(administer(HttpMethod.POST, "/" + id + "/restore").expectStatus().isOk());
    }

    public JsonNode read(UUID id) {
        return body(administer(HttpMethod.GET, "/" + id).expectStatus().isOk());
    }

    /** The ids that an admin finds, in their order. */
    public List<UUID> listed(String query) {
        return ids(body(administer(HttpMethod.GET, query).expectStatus().isOk()));
    }

    public static List<UUID> ids(JsonNode page) {
        return page.path("items").valueStream().map(item -> UUID.fromString(item.path("id").asString())).toList();
    }

    /** A visitor's request; the path is below {@code /api/marketplace}. */
    public ResponseSpec visit(String path, Object... variables) {
        return client.get().uri("/api/marketplace" + path, variables).exchange();
    }

    /** What a visitor sees there. */
    public JsonNode see(String path, Object... variables) {
        return body(visit(path, variables).expectStatus().isOk());
    }

    /** The slugs that a visitor finds, in their order. */
    public List<String> find(String query, Object... variables) {
        return slugs(see("/personalities?" + query, variables));
    }

    public static List<String> slugs(JsonNode page) {
        return page.path("items").valueStream().map(item -> item.path("slug").asString()).toList();
    }

    public static JsonNode body(ResponseSpec response) {
        return Objects.requireNonNull(response.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
