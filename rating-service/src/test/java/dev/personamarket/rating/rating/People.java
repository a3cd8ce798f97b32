package dev.personamarket.rating.rating;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.TestIdentity;
import tools.jackson.databind.JsonNode;

/** People who rate, by their names, over HTTP. */
public record People(WebTestClient client, TestIdentity identity) {

    private static final String PERSONALITY = "/api/marketplace/personalities/{id}";

    /** The same people, who give each of their requests this key. */
    People withKey(String key) {
        return new People(client.mutate().defaultHeader("Idempotency-Key", key).build(), identity);
    }

    /** The answer as others see it. */
    public JsonNode say(String name, UUID personality, int stars, String review) {
        return Objects.requireNonNull(client.post().uri(PERSONALITY + "/rate", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user(name).authorization())
                .bodyValue(Map.of("stars", stars, "review", review)).exchange().expectStatus().isOk()
                .expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    /** What this person gave. */
    public JsonNode ownRating(String name, UUID personality) {
        return Objects.requireNonNull(mine(name, personality).expectStatus().isOk().expectBody(JsonNode.class)
                .returnResult().getResponseBody());
    }

    public void takeBack(String name, UUID personality) {
        withdraw(name, personality).expectStatus().isNoContent();
    }

    Rated rate(String name, UUID personality, int stars) {
        return rate(name, personality, Map.of("stars", stars));
    }

    Rated rate(String name, UUID personality, int stars, String review) {
        return rate(name, personality, Map.of("stars", stars, "review", review));
    }

    private Rated rate(String name, UUID personality, Map<String, Object> request) {
        return Objects.requireNonNull(client.post().uri(PERSONALITY + "/rate", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user(name).authorization()).bodyValue(request).exchange()
                .expectStatus().isOk().expectBody(Rated.class).returnResult().getResponseBody());
    }

    ResponseSpec tryToRate(String name, Object personality, String json) {
        return client.post().uri(PERSONALITY + "/rate", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user(name).authorization())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    ResponseSpec mine(String name, UUID personality) {
        return client.get().uri(PERSONALITY + "/rating", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user(name).authorization()).exchange();
    }

    ResponseSpec withdraw(String name, UUID personality) {
        return client.delete().uri(PERSONALITY + "/rating", personality)
                .header(HttpHeaders.AUTHORIZATION, identity.user(name).authorization()).exchange();
    }
}
