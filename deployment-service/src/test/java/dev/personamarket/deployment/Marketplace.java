package dev.personamarket.deployment;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.deployment.SimulatedDiscord.Owner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do here, as the gateway passes it on. */
@TestConfiguration(proxyBeanMethods = false)
public class Marketplace {

    private final WebTestClient client;

    Marketplace(@Lazy WebTestClient client) {
        this.client = client;
    }

    /** Asks for a personality on the owner's server. */
    public JsonNode deploy(Owner owner, UUID personality) {
        return json(tryToDeploy(owner, personality.toString(), "{\"serverId\": \"%s\"}".formatted(owner.server()))
                .expectStatus().isAccepted());
    }

    /** Asks for it and waits until it answers there. */
    public JsonNode deployed(Owner owner, UUID personality) {
        return await(owner, deploy(owner, personality), "active");
    }

    public ResponseSpec tryToDeploy(Owner owner, String personality, String body) {
        return client.post().uri("/api/marketplace/personalities/{id}/deploy", personality)
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .header("X-Discord-Access-Token", owner.token())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public ResponseSpec servers(Owner owner) {
        return servers(owner, "");
    }

    /** @param more a query, or the rest of a path */
    public ResponseSpec servers(Owner owner, String more) {
        return client.get().uri("/api/marketplace/discord/servers" + more)
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .header("X-Discord-Access-Token", owner.token()).exchange();
    }

    public ResponseSpec list(Owner owner, String query) {
        return get(owner, "/api/marketplace/deployments" + query);
    }

    public ResponseSpec show(Owner owner, String id) {
        return get(owner, "/api/marketplace/deployments/" + id);
    }

    private ResponseSpec get(Owner owner, String path) {
        return client.get().uri(path).header(HttpHeaders.AUTHORIZATION, owner.caller().authorization()).exchange();
    }

    public ResponseSpec change(Owner owner, String id, String body) {
        return client.patch().uri("/api/marketplace/deployments/{id}", id)
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    public ResponseSpec undeploy(Owner owner, String id) {
        return client.delete().uri("/api/marketplace/deployments/{id}", id)
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization()).exchange();
    }

    /** Waits until the deployment has this status and gives it as it then is. */
    public JsonNode await(Owner owner, JsonNode deployment, String status) {
        return await(owner, deployment, now -> now.path("status").asString("").equals(status));
    }

    private JsonNode await(Owner owner, JsonNode deployment, Predicate<JsonNode> condition) {
        return Awaitility.await("what becomes of " + deployment)
                .until(() -> json(show(owner, id(deployment)).expectStatus().isOk()), condition);
    }

    public static String id(JsonNode deployment) {
        return deployment.path("id").asString("");
    }

    public static JsonNode json(ResponseSpec response) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(
                response.expectBody(byte[].class).returnResult().getResponseBody()));
    }

    public static BodyContentSpec isProblem(ResponseSpec response, int status, String slug) {
        return response.expectStatus().isEqualTo(status)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/" + slug).jsonPath("$.detail").isNotEmpty();
    }
}
