package dev.personamarket.gateway.identity;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;

import static dev.personamarket.gateway.testing.Neighbours.ADMIN_DISCORD_ID;
import static dev.personamarket.gateway.testing.Neighbours.CATALOG;
import static dev.personamarket.gateway.testing.Neighbours.DEPLOYMENT;
import static dev.personamarket.gateway.testing.Neighbours.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class IdentityIntegrationTests {

    private static final String PERSON = "2000000000000000002";

    @Test
    void aVisitorComesWithoutIdentity(Browser visitor) {
        visitor.get("/api/marketplace/personalities").hasStatus(200);

        assertThat(CATALOG.last().has("Authorization")).isFalse();
    }

    @Test
    void aPersonComesWithATokenThatTheServicesCanCheck(Browser browser) throws ParseException, JOSEException {
        var person = browser.isSignedInAs(PERSON);

        browser.get("/api/marketplace/personalities").hasStatus(200);

        var token = SignedJWT.parse(CATALOG.last().header("Authorization").replaceFirst("Bearer ", ""));
        var keys = JWKSet.parse(browser.get("/.well-known/jwks.json").hasStatus(200).body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(person.id().toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("user");
        assertThat(claims.getExpirationTime().toInstant()).isBetween(Instant.now(), Instant.now().plusSeconds(60));
    }

    @Test
    void anAdminComesAsOne(Browser browser) throws ParseException {
        browser.isSignedInAs(ADMIN_DISCORD_ID);

        browser.get("/api/admin/personalities").hasStatus(200);

        var token = SignedJWT.parse(CATALOG.last().header("Authorization").replaceFirst("Bearer ", ""));
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("user", "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-Discord-User-Id", "x-discord-access-token", "X-DISCORD-ANYTHING",
            "X-User-Id", "X-User-Roles", "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-For",
            "X-Forwarded-Prefix", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "ce_type",
            "X-Identity-Sub", "Cookie"})
    void whatACallerSaysOfItselfIsDropped(String header, Browser browser) {
        browser.with(header, "forged").get("/api/marketplace/deployments").hasStatus(200);

        assertThat(DEPLOYMENT.last().has(header)).isFalse();
    }

    @Test
    void theSessionStaysWithTheGateway(Browser browser) {
        browser.isSignedInAs(PERSON);

        browser.post("/api/marketplace/personalities", "{}").hasStatus(200);

        assertThat(CATALOG.last().has("Cookie")).isFalse();
        assertThat(CATALOG.last().has("X-XSRF-TOKEN")).isFalse();
    }

    @Test
    void aVisitorsConversationStaysTheirs(Browser browser) {
        browser.with("Cookie", "session=stolen; preview_visitor=abc123; other=x").get("/api/marketplace/categories");

        assertThat(CATALOG.last().header("Cookie")).isEqualTo("preview_visitor=abc123");
    }

    @Test
    void aForgedTokenIsReplacedByOurOwn(Browser browser) {
        browser.with("Authorization", "Bearer forged").isSignedInAs(PERSON);

        browser.get("/api/marketplace/personalities").hasStatus(200);

        assertThat(CATALOG.last().header("Authorization")).startsWith("Bearer ey").doesNotContain("forged");
    }

    @Test
    void aConnectionHeaderCannotTakeOurHeadersAway(Browser browser) {
        browser.isSignedInAs(PERSON);

        var status = browser.raw("GET /api/marketplace/discord/servers HTTP/1.1\r\nHost: localhost\r\n%s"
                + "Connection: close, Authorization, X-Discord-User-Id\r\n\r\n");

        assertThat(status).startsWith("HTTP/1.1 200");
        assertThat(DEPLOYMENT.last().has("Authorization")).isTrue();
        assertThat(DEPLOYMENT.last().header("X-Discord-User-Id")).isEqualTo(PERSON);
    }

    @Test
    void discordsTokenGoesToTheRoutesThatActOnDiscordAlone(Browser browser) {
        browser.isSignedInAs(PERSON);

        browser.post("/api/marketplace/personalities/1/deploy", "{}").hasStatus(200);
        browser.get("/api/marketplace/discord/servers").hasStatus(200);
        browser.get("/api/marketplace/discord/servers/1/channels").hasStatus(200);

        assertThat(DEPLOYMENT.received()).hasSize(3).allSatisfy(request -> {
            assertThat(request.header("X-Discord-User-Id")).isEqualTo(PERSON);
            assertThat(request.header("X-Discord-Access-Token")).isEqualTo("access-token-of-" + PERSON);
        });
        for (var elsewhere : List.of("/api/marketplace/deployments", "/api/marketplace/discord/servers/1",
                "/api/marketplace/discord/servers/1/channels/2",
                "/api/marketplace/personalities/1/deploy/", "/api/marketplace/personalities/1",
                "/api/marketplace/personalities/1/ratings", "/api/marketplace/preview/sessions/1",
                "/api/admin/personalities", "/api/discord/installed", "/docs/deployment.json")) {
            browser.get(elsewhere).hasStatus(200);
        }
        assertThat(SERVICES).flatExtracting(service -> service.received())
                .filteredOn(request -> request.has("X-Discord-User-Id") || request.has("X-Discord-Access-Token"))
                .hasSize(3);
    }

    @Test
    void whoComesBackFromLettingTheBotInIsKnown(Browser browser, Browser visitor) {
        browser.isSignedInAs(PERSON);
        browser.get("/api/discord/installed?state=1").hasStatus(200);
        assertThat(DEPLOYMENT.last().has("Authorization")).isTrue();

        visitor.get("/api/discord/installed?error=access_denied").hasStatus(200);
        assertThat(DEPLOYMENT.last().has("Authorization")).isFalse();
    }

    @Test
    void aVisitorIsLetThroughToBeToldByTheService(Browser visitor) {
        DEPLOYMENT.answers(401, "application/problem+json", "{\"type\":\"/problems/sign-in-needed\"}");

        visitor.get("/api/marketplace/discord/servers").hasStatus(401);

        assertThat(DEPLOYMENT.last().has("X-Discord-User-Id")).isFalse();
    }
}
