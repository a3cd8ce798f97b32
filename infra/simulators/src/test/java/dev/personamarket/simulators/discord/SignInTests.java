package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.people.People.ADA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

@ExtendWith(Running.class)
class SignInTests {

    private OAuthSteps steps;

    @BeforeEach
    void steps(Simulators simulators) {
        steps = new OAuthSteps(simulators);
    }

    @Test
    void thePageShowsWhoOneCanBeAndWhatTheApplicationWants() {
        var page = steps.client().get().uri(steps.authorizationUri(Map.of())).exchange().expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_HTML).expectBody(String.class).returnResult()
                .getResponseBody();

        assertThat(page).contains("Simulated Discord — for local use", "Ada Admin", "Sam Serverowner", "Mia Member",
                "Noa Newcomer", "Know which servers you are in").doesNotContain("Add the bot to");
    }

    @Test
    void whatTheAddressSaysIsTextOnThePageAndNeverMarkup() {
        var page = steps.client().get().uri(steps.authorizationUri(Map.of("state", "\"><script>alert(1)</script>")))
                .exchange().expectBody(String.class).returnResult().getResponseBody();

        assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void whoConsentsComesBackWithACodeThatGivesTokensForThatPerson() {
        var back = steps.redirectAfter(steps.authorizationUri(Map.of()), Map.of("person_id", SAM));
        assertThat(back.get("state")).isEqualTo("a&b=c");

        var tokens = steps.redeem(Objects.requireNonNull(back.get("code")));
        assertThat(tokens.path("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(604800);
        assertThat(tokens.path("scope").stringValue()).isEqualTo("identify guilds");
        assertThat(tokens.has("guild")).isFalse();

        steps.get("/users/@me", tokens.path("access_token").stringValue()).expectStatus().isOk().expectBody()
                .jsonPath("$.id").isEqualTo(SAM).jsonPath("$.global_name").isEqualTo("Sam Serverowner");
    }

    @Test
    void whoCancelsIsSentBackWithoutACode() {
        var back = steps.redirectAfter(steps.authorizationUri(Map.of()), Map.of("decision", "cancel"));

        assertThat(back).isEqualTo(Map.of("error", "access_denied", "error_description",
                "The resource owner or authorization server denied the request", "state", "a&b=c"));
    }

    @ParameterizedTest
    @CsvSource({"scope, identify everything, invalid_scope", "response_type, token, unsupported_response_type",
            "code_challenge, tooshort, invalid_request"})
    void aRequestThatIsWrongIsToldToTheApplication(String parameter, String value, String error) {
        var changes = Map.of(parameter, value, "code_challenge_method", "S256");

        var result = steps.client().get().uri(steps.authorizationUri(changes)).exchange().expectStatus().isFound()
                .expectBody().returnResult();

        assertThat(OAuthSteps.redirect(result).get("error")).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"client_id, 1", "redirect_uri, https://evil.example/callback", "redirect_uri, javascript:alert(1)"})
    void nobodyIsSentToAnAddressThatIsNotTheApplications(String parameter, String value) {
        steps.client().get().uri(steps.authorizationUri(Map.of(parameter, value))).exchange().expectStatus()
                .isBadRequest().expectHeader().doesNotExist("Location");
    }

    @Test
    void anUnknownPersonCannotConsent() {
        assertThat(steps.post(steps.authorizationUri(Map.of()), Map.of("person_id", "1")).getStatus().value())
                .isEqualTo(400);
    }

    @Test
    void whoConsentedBeforeIsNotAskedAgainWithPromptNone() {
        var silent = steps.authorizationUri(Map.of("prompt", "none"));
        steps.client().get().uri(silent).exchange().expectStatus().isOk();
        var cookie = steps.post(silent, Map.of("person_id", ADA)).getResponseCookies()
                .getFirst("simulated_discord_person");
        assertThat(cookie).isNotNull();

        steps.client().get().uri(silent).cookie(cookie.getName(), cookie.getValue()).exchange().expectStatus()
                .isFound();
        // adding a bot is always asked
        steps.client().get().uri(steps.authorizationUri(Map.of("prompt", "none", "scope", "identify bot")))
                .cookie(cookie.getName(), cookie.getValue()).exchange().expectStatus().isOk();
    }

    @Test
    void loadTestUsersExistWithoutBeingMade() {
        String code = steps.codeAfter(steps.authorizationUri(Map.of()), Map.of("person_id", "2100000000000012345"));
        String token = steps.redeem(code).path("access_token").stringValue();

        steps.get("/users/@me/guilds", token).expectBody().jsonPath("$.length()").isEqualTo(1).jsonPath("$[0].owner")
                .isEqualTo(true).jsonPath("$[0].id").isEqualTo("3100000000000012345");
    }
}
