package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.isProblem;
import static dev.personamarket.deployment.Marketplace.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.deployment.SimulatedDiscord.Owner;

@DeploymentServiceTest
class DeploymentBadInputIntegrationTests {

    private static final String SERVER = "3000000000000000001";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Marketplace marketplace;

    private final Owner owner;
    private final UUID personality;

    DeploymentBadInputIntegrationTests(@Autowired SimulatedDiscord discord, @Autowired Catalogue catalogue) {
        owner = discord.owner();
        personality = catalogue.published("Orla");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"serverId\": null}", "{\"serverId\": \"\"}", "{\"serverId\": \"lighthouse\"}",
            "{\"serverId\": \"1234\"}", "{\"serverId\": \"-300000000000000000\"}",
            "{\"serverId\": \"300000000000000000000\"}", "{\"serverId\": \"３０００００００００００００００００\"}",
            "{\"serverId\": \"3000000000000000001 OR 1=1\"}"})
    void aServerIsNamedByItsSnowflake(String body) {
        isProblem(marketplace.tryToDeploy(owner, personality.toString(), body), 400, "invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo("serverId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "\"x\"", "{\"serverId\": 3000000000000000001}",
            "{\"serverId\": {}}", "{\"serverId\": \"" + SERVER + "\", \"channelIds\": \"all\"}",
            "{\"serverId\": \"" + SERVER + "\", \"channelIds\": [null]}",
            "{\"serverId\": \"" + SERVER + "\", \"channelIds\": [\"general\"]}",
            "{\"serverId\": \"3000000000000000001\\u0000\"}"})
    void whatIsNoRequestIsRefused(String body) {
        isProblem(marketplace.tryToDeploy(owner, personality.toString(), body), 400, "invalid-request");
    }

    @Test
    void tenChannelsAreTheMost() {
        isProblem(marketplace.tryToDeploy(owner, personality.toString(), withChannels(11)), 400, "invalid-request")
                .jsonPath("$.errors[0].field").isEqualTo("channelIds");
        marketplace.tryToDeploy(owner, personality.toString(), withChannels(10)).expectStatus().isAccepted();
    }

    private String withChannels(int count) {
        var channels = IntStream.range(0, count).mapToObj("\"40000000000000000%02d\""::formatted)
                .collect(Collectors.joining(","));
        return "{\"serverId\": \"%s\", \"channelIds\": [%s]}".formatted(owner.server(), channels);
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        isProblem(marketplace.tryToDeploy(owner, personality.toString(),
                "{\"serverId\": \"%s\", \"x\": \"%s\"}".formatted(SERVER, "x".repeat(2 << 20))), 413,
                "content-too-large");
    }

    @Test
    void otherMediaTypesAreRefused() {
        isProblem(client.post().uri("/api/marketplace/personalities/{id}/deploy", personality)
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .contentType(MediaType.TEXT_PLAIN).bodyValue("please").exchange(), 415, "unsupported-media-type");
    }

    @Test
    void whatIsNoIdIsRefused() {
        isProblem(marketplace.tryToDeploy(owner, "orla", "{\"serverId\": \"%s\"}".formatted(SERVER)), 400,
                "invalid-request");
        isProblem(marketplace.show(owner, "mine"), 400, "invalid-request");
        isProblem(marketplace.undeploy(owner, "mine"), 400, "invalid-request");
        isProblem(marketplace.show(owner, UUID.randomUUID().toString()), 404, "deployment-not-found");
        isProblem(marketplace.undeploy(owner, UUID.randomUUID().toString()), 404, "deployment-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?limit=9999999999", "?cursor=nonsense"})
    void whatIsNoPageIsRefused(String query) {
        isProblem(marketplace.list(owner, query), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/marketplace/deployments", "PUT, /api/marketplace/deployments/" + SERVER,
            "POST, /api/marketplace/discord/servers"})
    void otherMethodsAreRefused(HttpMethod method, String path) {
        isProblem(client.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .exchange(), 405, "method-not-allowed");
    }

    @Test
    void nothingOfItIsStored() {
        marketplace.tryToDeploy(owner, personality.toString(), "{\"serverId\": \"1\"}");

        assertThat(json(marketplace.list(owner, "")).path("items").size()).isZero();
    }
}
