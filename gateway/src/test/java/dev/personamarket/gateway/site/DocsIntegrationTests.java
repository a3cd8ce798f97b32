package dev.personamarket.gateway.site;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import dev.personamarket.testing.OpenApiContract;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class DocsIntegrationTests {

    @Test
    void thePageAndAllThatItLoadsAreHereAndAllowed(Browser browser) {
        var page = browser.get("/docs").hasStatus(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "'unsafe-inline'");
        assertThat(page.body()).as("the policy allows no script in the page")
                .doesNotContainPattern("<script>|\\son\\w+=");
        var loaded = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+\\.(?:js|css|png))\"").matcher(page.body()).results()
                .map(link -> link.group(1)).toList();
        assertThat(loaded).hasSize(6).allSatisfy(path -> browser.get(path).hasStatus(200));
        assertThat(browser.get("/docs/docs.js").header("Content-Type")).contains("javascript");
    }

    @ParameterizedTest
    @CsvSource({"catalog", "rating", "preview", "deployment"})
    void eachServicesDocumentIsFetchedFromIt(String service, Browser browser) {
        assertThat(browser.get("/docs/" + service + ".json").hasStatus(200).json().path("service").asString())
                .isEqualTo(service);

        assertThat(Neighbours.SERVICES).flatExtracting(neighbour -> neighbour.received())
                .singleElement().satisfies(request -> {
                    assertThat(request.uri()).isEqualTo("/v3/api-docs");
                    assertThat(request.header("Host")).startsWith("localhost:");
                });
    }

    /** Sign-in's two addresses are Spring Security's, which knows them as filters alone. */
    @Test
    void theGatewaysOwnDocumentNamesWhatItHas(Browser browser,
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        var own = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(DocsIntegrationTests::calls)
                .filter(call -> call.contains(" /api/") || call.contains(" /.well-known/"));
        var named = document(browser).path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));

        assertThat(named).containsExactlyInAnyOrderElementsOf(Stream
                .concat(own, Stream.of("GET /api/auth/discord", "GET /api/auth/discord/callback")).toList());
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getDirectPaths().stream().flatMap(
                path -> mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    @Test
    void itsAnswersHaveTheFieldsThatItsDocumentNames(Browser browser) {
        var schemas = document(browser).at("/components/schemas");
        var refused = browser.get("/api/auth/me").hasStatus(401).json();
        browser.isSignedInAs("2000000000000000002");

        assertThat(browser.get("/api/auth/me").hasStatus(200).json().propertyNames())
                .containsExactlyInAnyOrderElementsOf(schemas.at("/Account/properties").propertyNames());
        assertThat(schemas.at("/Problem/properties").propertyNames()).containsAll(refused.propertyNames());
        assertThat(browser.get("/.well-known/jwks.json").hasStatus(200).json().propertyNames()).containsExactly("keys");
    }

    @Test
    void theCommittedDocumentIsTheServedOne(@LocalServerPort int port) {
        OpenApiContract.verify(WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build(), "gateway",
                "/docs/gateway.json");
    }

    private static JsonNode document(Browser browser) {
        return browser.get("/docs/gateway.json").hasStatus(200).json();
    }
}
