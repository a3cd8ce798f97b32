package dev.personamarket.gateway.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.Neighbours;
import dev.personamarket.gateway.testing.RunningGateway;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class PagesIntegrationTests {

    /** In bytes; the build leaves smaller ones as they are. */
    private static final int WORTH_PACKING = 1024;

    private static final String ORLA = """
            {"slug": "orla", "name": "Orla <b>& Co</b>", "tagline": "Says \\"hello\\".", "avatar": {"url": "/api/face.webp"}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?search=sea", "/deployments", "/deployments/019cad9d", "/admin",
            "/admin/personalities/7"})
    void everyAddressOfAPageIsTheOneDocumentWhichNobodyKeeps(String address, Browser browser) {
        var page = browser.get(address).hasStatus(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains("<title>Personality Marketplace</title>",
                "<meta property=\"og:title\" content=\"Personality Marketplace\" />");
    }

    @Test
    void noScriptStandsInThePageAndNoneMay(Browser browser) {
        var page = browser.get("/");

        assertThat(page.body()).doesNotContainPattern("<script>|\\son\\w+=");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'").doesNotContain("script-src");
    }

    @Test
    void aLinkToTheMarketplaceHasAPicture(Browser browser) {
        assertThat(browser.get("/").body())
                .contains("<meta property=\"og:image\" content=\"http://localhost:8080/icon.png\" />");
        assertThat(browser.get("/icon.png").hasStatus(200).header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void assetsAreKeptForEverAndComeCompressed(Browser browser) {
        var assets = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+\\.(?:js|css))\"").matcher(browser.get("/").body())
                .results().map(found -> found.group(1)).toList();

        assertThat(assets).hasSizeGreaterThanOrEqualTo(2).allSatisfy(asset -> {
            var plain = browser.with("Accept-Encoding", "identity").get(asset).hasStatus(200);
            assertThat(plain.header("Cache-Control")).contains("immutable", "max-age=31536000");
            if (plain.body().length() >= WORTH_PACKING) {
                assertThat(unzipped(packed(browser, asset, "gzip"))).isEqualTo(plain.body());
                assertThat(packed(browser, asset, "br").body()).hasSizeLessThan(plain.body().length());
            }
        });
    }

    private static HttpResponse<byte[]> packed(Browser browser, String asset, String encoding) {
        var answer = browser.with("Accept-Encoding", encoding).listen(asset, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue(encoding);
        assertThat(answer.headers().firstValue("Vary")).hasValueSatisfying(
                varies -> assertThat(varies).contains("Accept-Encoding"));
        return answer;
    }

    private static String unzipped(HttpResponse<byte[]> answer) {
        try (var body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAssetThatIsGoneIsNoPage(Browser browser) {
        browser.with("Accept", "text/html,*/*").get("/assets/of-last-week.js").isProblem(404, "/problems/not-found");
        browser.with("Accept", "text/html,*/*").get("/api/nothing").isProblem(404, "/problems/not-found");
    }

    @Test
    void somebodyWhoIsLostGetsAPageToo(Browser browser) {
        assertThat(browser.with("Accept", "text/html,*/*").get("/no/such/page").hasStatus(404).body())
                .contains("<div id=\"root\">");
        browser.with("Accept", "application/json").get("/no/such/page").isProblem(404, "/problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/personalities/orla", "/personalities/orla/deploy"})
    void aLinkToAPersonalitySaysWhoseItIs(String address, Browser browser) {
        Neighbours.CATALOG.answers(200, "application/json", ORLA);

        var page = browser.get(address).hasStatus(200).body();

        assertThat(page).contains("<title>Orla &lt;b&gt;&amp; Co&lt;/b&gt; · Personality Marketplace</title>",
                "<meta property=\"og:description\" content=\"Says &quot;hello&quot;.\" />",
                "<meta property=\"og:image\" content=\"http://localhost:8080/api/face.png\" />",
                "<link rel=\"preload\" as=\"fetch\" href=\"/api/marketplace/personalities/orla\" crossorigin />",
                "<link rel=\"canonical\" href=\"http://localhost:8080/personalities/orla\" />");
        assertThat(page).containsOnlyOnce("<title>").doesNotContain("<b>");
        assertThat(Neighbours.CATALOG.last().uri()).isEqualTo("/api/marketplace/personalities/orla");
    }

    @Test
    void aPersonalityThatIsNotThereIsNotFound(Browser browser) {
        Neighbours.CATALOG.answers(404, "application/problem+json", "{}");

        assertThat(browser.get("/personalities/nobody").hasStatus(404).body()).contains("<div id=\"root\">");
    }

    @Test
    void whenNobodyCanTellThePageComesAllTheSame(Browser browser) {
        Neighbours.CATALOG.answers((_, _) -> Mono.never());
        assertThat(browser.get("/personalities/orla").hasStatus(200).body()).contains("<div id=\"root\">");

        Neighbours.CATALOG.answers(503, "application/problem+json", "{}");
        assertThat(browser.get("/personalities/orla").hasStatus(200).body()).contains("<div id=\"root\">");

        Neighbours.CATALOG.answers(200, "application/json", "no JSON");
        assertThat(browser.get("/personalities/orla").hasStatus(200).body()).contains("<div id=\"root\">");
    }
}
