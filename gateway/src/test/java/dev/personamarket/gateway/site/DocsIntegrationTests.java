package dev.personamarket.gateway.site;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class DocsIntegrationTests {

    @Test
    void theFrontPageIsTheDocumentationUntilThereArePages(Browser browser) {
        assertThat(browser.get("/").hasStatus(302).header("Location")).isEqualTo("/docs");
        assertThat(browser.get("/?login=denied").header("Location")).isEqualTo("/docs?login=denied");
    }

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

    @Test
    void theGatewaysOwnDocumentNamesWhatItHas(Browser browser,
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        var paths = browser.get("/docs/gateway.json").hasStatus(200).json().path("paths");

        var own = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap((RequestMappingInfo mapping) -> mapping.getDirectPaths().stream())
                .filter(path -> path.startsWith("/api/") || path.startsWith("/.well-known/"));
        assertThat(own).isNotEmpty().allSatisfy(path -> assertThat(paths.has(path)).as(path).isTrue());
        assertThat(paths.has("/api/auth/discord")).isTrue();
        assertThat(paths.has("/api/auth/discord/callback")).isTrue();
    }
}
