package dev.personamarket.simulators.discord;

import static dev.personamarket.simulators.discord.people.People.ADA;
import static dev.personamarket.simulators.discord.people.People.MIA;
import static dev.personamarket.simulators.discord.people.People.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import dev.personamarket.simulators.Running;
import dev.personamarket.simulators.Simulators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

@ExtendWith(Running.class)
class TokenTests {

    private OAuthSteps steps;
    private Simulators simulators;

    @BeforeEach
    void steps(Simulators simulators) {
        this.simulators = simulators;
        steps = new OAuthSteps(simulators);
    }

    @Test
    void aCodeWorksOnce() {
        String code = simulators.authorizationCode(SAM, "identify");
        steps.redeem(code);

        steps.token(Map.of("grant_type", "authorization_code", "code", code)).expectStatus().isBadRequest()
                .expectBody().jsonPath("$.error").isEqualTo("invalid_grant").jsonPath("$.error_description")
                .isEqualTo("Invalid \"code\" in request.");
    }

    @Test
    void aCodeIsBoundToItsRedirectUri() {
        String code = steps.codeAfter(steps.authorizationUri(Map.of()), Map.of("person_id", SAM));

        steps.token(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", "http://localhost/elsewhere"))
                .expectStatus().isBadRequest();
    }

    @Test
    void aChallengedCodeNeedsItsVerifier() {
        assertThat(redeemChallenged(Map.of("code_verifier", OAuthSteps.VERIFIER)).has("access_token")).isTrue();
        assertThat(redeemChallenged(Map.of()).path("error_description").stringValue())
                .isEqualTo("Missing \"code_verifier\" in request.");
        assertThat(redeemChallenged(Map.of("code_verifier", "x".repeat(43))).path("error_description").stringValue())
                .isEqualTo("Invalid \"code_verifier\" in request.");
    }

    @Test
    void theSecretMayComeInTheFormButMustBeRight() {
        var form = Map.of("grant_type", "authorization_code", "code", simulators.authorizationCode(SAM, "identify"),
                "client_id", Simulators.CLIENT_ID);

        post("/token", with(form, "client_secret", "wrong")).expectStatus().isUnauthorized().expectBody()
                .jsonPath("$.error").isEqualTo("invalid_client");
        post("/token", with(form, "client_secret", Simulators.CLIENT_SECRET)).expectStatus().isOk();
    }

    @Test
    void onlyFormsAreRead() {
        steps.client().post().uri("/api/v10/oauth2/token").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"grant_type\":\"client_credentials\"}").exchange().expectStatus().isBadRequest()
                .expectBody().jsonPath("$.error").isEqualTo("invalid_request");
    }

    @Test
    void aRefreshTokenGivesANewPairAndIsThenSpent() {
        var first = steps.redeem(simulators.authorizationCode(SAM, "identify"));
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token",
                first.path("refresh_token").stringValue());

        var second = steps.tokens(refresh);
        assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
        steps.get("/users/@me", second.path("access_token").stringValue()).expectStatus().isOk();

        steps.token(refresh).expectStatus().isBadRequest().expectBody().jsonPath("$.error")
                .isEqualTo("invalid_grant").jsonPath("$.error_description")
                .isEqualTo("Invalid \"refresh_token\" in request.");
    }

    @Test
    void revokingOneTokenEndsTheWholeAuthorisation() {
        var first = steps.redeem(simulators.authorizationCode(SAM, "identify"));
        var second = steps.redeem(simulators.authorizationCode(SAM, "identify"));
        String neighbour = simulators.accessToken(MIA, "identify");

        steps.client().post().uri("/api/v10/oauth2/token/revoke")
                .headers(headers -> headers.setBasicAuth(Simulators.CLIENT_ID, Simulators.CLIENT_SECRET))
                .body(BodyInserters
                        .fromFormData(OAuthSteps.formOf(Map.of("token", first.path("refresh_token").stringValue()))))
                .exchange().expectStatus().isOk();

        for (JsonNode tokens : new JsonNode[]{first, second}) {
            steps.get("/users/@me", tokens.path("access_token").stringValue()).expectStatus().isUnauthorized()
                    .expectBody().jsonPath("$.message").isEqualTo("401: Unauthorized");
            steps.token(Map.of("grant_type", "refresh_token", "refresh_token",
                    tokens.path("refresh_token").stringValue())).expectStatus().isBadRequest();
        }
        steps.get("/users/@me", neighbour).expectStatus().isOk();
    }

    @Test
    void theApplicationItselfGetsATokenWithoutRefresh() {
        var tokens = steps.tokens(Map.of("grant_type", "client_credentials", "scope", "identify"));

        assertThat(tokens.has("refresh_token")).isFalse();
        steps.get("/oauth2/@me", tokens.path("access_token").stringValue()).expectBody().jsonPath("$.user.id")
                .isEqualTo(ADA).jsonPath("$.scopes[0]").isEqualTo("identify");
    }

    @Test
    void anythingElseIsNoGrantType() {
        steps.token(Map.of("grant_type", "password")).expectStatus().isBadRequest().expectBody().jsonPath("$.error")
                .isEqualTo("unsupported_grant_type");
        steps.client().post().uri("/api/v10/oauth2/token").contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("%%%").exchange().expectStatus().isBadRequest();
        steps.token(Map.of()).expectStatus().isBadRequest().expectBody().jsonPath("$.error")
                .isEqualTo("invalid_request");
    }

    private JsonNode redeemChallenged(Map<String, String> verifier) {
        var uri = steps.authorizationUri(
                Map.of("code_challenge", OAuthSteps.CHALLENGE, "code_challenge_method", "S256"));
        String code = steps.codeAfter(uri, Map.of("person_id", SAM));
        var form = new HashMap<>(verifier);
        form.putAll(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", OAuthSteps.REDIRECT_URI));
        return OAuthSteps.json(steps.token(form));
    }

    private WebTestClient.ResponseSpec post(String path,
            Map<String, String> form) {
        return steps.client().post().uri("/api/v10/oauth2" + path)
                .body(BodyInserters.fromFormData(OAuthSteps.formOf(form))).exchange();
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }
}
