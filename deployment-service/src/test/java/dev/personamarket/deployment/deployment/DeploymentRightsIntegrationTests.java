package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.Marketplace.id;
import static dev.personamarket.deployment.Marketplace.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.deployment.Catalogue;
import dev.personamarket.deployment.DeploymentServiceTest;
import dev.personamarket.deployment.Marketplace;
import dev.personamarket.deployment.SimulatedDiscord;
import dev.personamarket.testing.TestCaller;
import dev.personamarket.testing.TestIdentity;

@DeploymentServiceTest
class DeploymentRightsIntegrationTests {

    private static final String ADA = "2000000000000000001";
    private static final String SAM = "2000000000000000002";
    private static final String MIA = "2000000000000000003";
    private static final String NOA = "2000000000000000004";
    private static final String LIGHTHOUSE = "3000000000000000001";
    private static final String MOON_BASE = "3000000000000000002";
    private static final String BOOK_CLUB = "3000000000000000003";

    @Autowired
    private WebTestClient client;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private SimulatedDiscord discord;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TestIdentity identity;

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({ADA + ", " + LIGHTHOUSE + ", 202", SAM + ", " + MOON_BASE + ", 202", SAM + ", " + BOOK_CLUB + ", 202",
            SAM + ", " + LIGHTHOUSE + ", 403", MIA + ", " + LIGHTHOUSE + ", 403", MIA + ", " + MOON_BASE + ", 403",
            MIA + ", " + BOOK_CLUB + ", 403", NOA + ", " + LIGHTHOUSE + ", 403", ADA + ", " + MOON_BASE + ", 403",
            ADA + ", 3999999999999999999, 403"})
    void onlyWhoManagesAServerDeploysThere(String person, String server, int status) {
        var somebody = discord.person(person, server);
        var answer = marketplace.tryToDeploy(somebody, catalogue.published("Orla").toString(), body(server));

        answer.expectStatus().isEqualTo(status);
        if (status == 403) {
            isProblem(answer, 403, "server-not-manageable");
        }
    }

    /** What was shown a moment ago is not what counts. */
    @Test
    void rightsAreAskedOfDiscordEachTime() {
        var owner = discord.owner();
        marketplace.servers(owner).expectStatus().isOk();
        discord.revoke(owner);

        marketplace.servers(owner).expectStatus().isOk();
        isProblem(marketplace.tryToDeploy(owner, catalogue.published("Orla").toString(), body(owner.server())), 401,
                "discord-sign-in-needed");
    }

    @Test
    void withoutDiscordsTokenThereIsASignInToDo() {
        var owner = discord.owner();
        isProblem(client.post().uri("/api/marketplace/personalities/{id}/deploy", catalogue.published("Orla"))
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization())
                .contentType(MediaType.APPLICATION_JSON).bodyValue(body(owner.server())).exchange(), 401,
                "discord-sign-in-needed");
        isProblem(client.get().uri("/api/marketplace/discord/servers")
                .header(HttpHeaders.AUTHORIZATION, owner.caller().authorization()).exchange(), 401,
                "discord-sign-in-needed");
    }

    @Test
    void personalitiesThatAreUnknownOrGoneAreNotDeployed() {
        var owner = discord.owner();
        var gone = catalogue.published("Orla");
        catalogue.archived(gone, 2);

        isProblem(marketplace.tryToDeploy(owner, UUID.randomUUID().toString(), body(owner.server())), 404,
                "personality-not-found");
        isProblem(marketplace.tryToDeploy(owner, gone.toString(), body(owner.server())), 409, "personality-archived");
    }

    @Test
    void othersDeploymentsAreUnknown() {
        var owner = discord.ownerWithBot();
        var other = discord.owner();
        var deployment = marketplace.deployed(owner, catalogue.published("Orla"));

        isProblem(marketplace.show(other, id(deployment)), 404, "deployment-not-found");
        isProblem(marketplace.undeploy(other, id(deployment)), 404, "deployment-not-found");
        assertThat(discord.nick(owner.server())).contains("Orla");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/marketplace/discord/servers", "GET, /api/marketplace/deployments",
            "GET, /api/marketplace/deployments/019cf861-88de-78ce-be71-ef8635d2bf27",
            "DELETE, /api/marketplace/deployments/019cf861-88de-78ce-be71-ef8635d2bf27",
            "POST, /api/marketplace/personalities/019cf861-88de-78ce-be71-ef8635d2bf27/deploy"})
    void everyRouteNeedsAUser(HttpMethod method, String path) {
        isProblem(call(method, path, null), 401, "sign-in-needed");
        isProblem(call(method, path, identity.forged("ada")), 401, "sign-in-needed");
        isProblem(call(method, path, identity.expired("ada")), 401, "sign-in-needed");
    }

    private ResponseSpec call(HttpMethod method, String path, @Nullable TestCaller caller) {
        return client.method(method).uri(path).headers(headers -> {
            if (caller != null) {
                headers.set(HttpHeaders.AUTHORIZATION, caller.authorization());
            }
        }).exchange();
    }

    private static String body(String server) {
        return "{\"serverId\": \"%s\"}".formatted(server);
    }
}
