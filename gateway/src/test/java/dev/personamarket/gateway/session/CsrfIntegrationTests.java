package dev.personamarket.gateway.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.gateway.testing.Browser;
import dev.personamarket.gateway.testing.RunningGateway;

import static dev.personamarket.gateway.testing.Neighbours.RATING;
import static org.assertj.core.api.Assertions.assertThat;

@RunningGateway
class CsrfIntegrationTests {

    private static final String PERSON = "2000000000000000002";
    private static final String RATE = "/api/marketplace/personalities/1/rate";

    @Test
    void whoEchoesTheTokenMayChangeThings(Browser browser) {
        browser.isSignedInAs(PERSON);

        browser.post(RATE, "{\"stars\":5}").hasStatus(200);

        assertThat(RATING.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/marketplace/personalities/1/rate", "DELETE, /api/marketplace/personalities/1/rating",
            "PUT, /api/admin/personalities/1", "PATCH, /api/admin/personalities/1", "POST, /api/auth/logout",
            "POST, /api/marketplace/preview/1/chat", "DELETE, /api/marketplace/deployments/1", "POST, /nowhere"})
    void aForeignPageHasTheCookieButNotTheToken(String method, String path, Browser browser) {
        browser.isSignedInAs(PERSON);
        browser.forgetCookie("XSRF-TOKEN");

        browser.send(method, path, "{}").isProblem(403, "/problems/csrf-token-invalid");

        browser.get("/api/auth/me").hasStatus(200);
    }

    @Test
    void aTokenOfOnesOwnMakingDoesNot(Browser browser) {
        browser.isSignedInAs(PERSON);
        browser.withCookie("XSRF-TOKEN", "planted-from-a-sibling-domain");

        browser.post(RATE, "{}").isProblem(403, "/problems/csrf-token-invalid");
    }

    @Test
    void norDoesTheTokenOfAnotherSession(Browser browser, Browser other) {
        browser.isSignedInAs(PERSON);
        other.isSignedInAs("2000000000000000003");
        browser.withCookie("XSRF-TOKEN", String.valueOf(other.cookie("XSRF-TOKEN")));

        browser.post(RATE, "{}").isProblem(403, "/problems/csrf-token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/me", "/api/marketplace/personalities"})
    void aLostTokenComesBackWithAnyRead(String path, Browser browser) {
        browser.isSignedInAs(PERSON);
        browser.forgetCookie("XSRF-TOKEN");

        var cookie = browser.get(path).setCookies().getFirst();

        assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContainIgnoringCase("HttpOnly").contains("SameSite=Lax");
        browser.post(RATE, "{}").hasStatus(200);
    }

    @Test
    void aVisitorNeedsNoTokenAndGetsNoCookie(Browser visitor) {
        assertThat(visitor.get("/api/marketplace/personalities").setCookies()).isEmpty();

        visitor.post("/api/marketplace/preview/1/chat", "{\"message\":\"Hello\"}").hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/discord/interactions", "/api/discord/events"})
    void whatDiscordSendsIsSignedInstead(String path, Browser browser) {
        browser.isSignedInAs(PERSON);
        browser.forgetCookie("XSRF-TOKEN");

        browser.post(path, "{}").hasStatus(200);
    }
}
