package dev.personamarket.gateway.routing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;

import static dev.personamarket.gateway.testing.Neighbours.RATING;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class RoutesIntegrationTests {

    @ParameterizedTest
    @CsvSource({"GET, /api/marketplace/personalities?search=sea&limit=3, catalog",
            "GET, /api/marketplace/personalities/captain-nemo, catalog",
            "GET, /api/marketplace/categories, catalog", "GET, /api/marketplace/avatars/1/256.webp, catalog",
            "GET, /api/marketplace/live, catalog", "GET, /api/admin/personalities, catalog",
            "POST, /api/admin/personalities/1/publish, catalog",
            "PUT, /api/admin/personalities/1/avatar, catalog",
            "POST, /api/marketplace/personalities/1/rate, rating",
            "GET, /api/marketplace/personalities/1/rating, rating",
            "DELETE, /api/marketplace/personalities/1/rating, rating",
            "GET, /api/marketplace/personalities/1/ratings?sort=helpful, rating",
            "PUT, /api/marketplace/personalities/1/ratings/2/helpful, rating",
            "DELETE, /api/marketplace/personalities/1/ratings/2/helpful, rating",
            "POST, /api/marketplace/preview/1/chat, preview",
            "GET, /api/marketplace/preview/sessions?personality=1&limit=3, preview",
            "GET, /api/marketplace/preview/sessions/1, preview",
            "DELETE, /api/marketplace/preview/sessions/1, preview",
            "POST, /api/marketplace/preview/sessions/1/restart, preview",
            "POST, /api/marketplace/personalities/1/deploy, deployment",
            "GET, /api/marketplace/deployments, deployment", "DELETE, /api/marketplace/deployments/1, deployment",
            "PATCH, /api/marketplace/deployments/1, deployment",
            "GET, /api/marketplace/discord/servers, deployment",
            "GET, /api/marketplace/discord/servers/1/channels, deployment",
            "POST, /api/discord/interactions, deployment", "POST, /api/discord/events, deployment",
            "GET, /api/discord/installed?code=x&state=1&guild_id=2&permissions=3, deployment"})
    void eachAddressLeadsToItsService(String method, String path, String service, Browser browser) {
        var answer = browser.send(method, path, null).hasStatus(200);

        assertThat(answer.json().path("service").asString()).isEqualTo(service);
    }

    @Test
    void whatAServiceAnswersPassesAsItIs(Browser browser) {
        var problem = "{\"type\":\"/problems/rating-out-of-range\",\"status\":400}";
        RATING.answers(400, "application/problem+json", problem);

        var answer = browser.post("/api/marketplace/personalities/1/rate", "{\"stars\":9}").hasStatus(400);

        assertThat(answer.body()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
