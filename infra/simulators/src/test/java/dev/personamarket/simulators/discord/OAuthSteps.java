package dev.personamarket.simulators.discord;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.personamarket.simulators.Simulators;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** What an application and a person do in the course of a sign-in. */
public final class OAuthSteps {

    public static final String REDIRECT_URI = "http://localhost:8080/api/auth/discord/callback";
    /** The pair of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Simulators simulators;
    private final WebTestClient client;

    public OAuthSteps(Simulators simulators) {
        this.simulators = simulators;
        this.client = WebTestClient.bindToServer().baseUrl(simulators.discordUrl()).build();
    }

    public WebTestClient client() {
        return client;
    }

    /** The address that an application sends the browser to. */
    URI authorizationUri(Map<String, String> changes) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.set("client_id", Simulators.CLIENT_ID);
        parameters.set("response_type", "code");
        parameters.set("scope", "identify guilds");
        parameters.set("state", "a&b=c");
        parameters.set("redirect_uri", REDIRECT_URI);
        changes.forEach(parameters::set);
        var uri = UriComponentsBuilder.fromUriString(simulators.authorizeUrl());
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters.toSingleValueMap()).toUri();
    }

    /** Consents (or whatever the form says) as a script does, and returns the answer. */
    EntityExchangeResult<String> post(URI authorizationUri, Map<String, String> form) {
        return client.post().uri(authorizationUri).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData(formOf(form))).exchange().expectBody(String.class).returnResult();
    }

    Map<String, String> redirectAfter(URI authorizationUri, Map<String, String> form) {
        return redirect(post(authorizationUri, form));
    }

    String codeAfter(URI authorizationUri, Map<String, String> form) {
        return Objects.requireNonNull(redirectAfter(authorizationUri, form).get("code"));
    }

    /** The parameters that the browser is sent back with. */
    static Map<String, String> redirect(EntityExchangeResult<?> result) {
        var location = result.getResponseHeaders().getLocation();
        if (location == null) {
            throw new AssertionError("no redirect but " + result.getStatus() + ": " + result.getResponseBody());
        }
        var parameters = new HashMap<String, String>();
        UriComponentsBuilder.fromUri(location).build().getQueryParams().toSingleValueMap()
                .forEach((name, value) -> parameters.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return parameters;
    }

    WebTestClient.ResponseSpec token(Map<String, String> form) {
        return client.post().uri("/api/v10/oauth2/token")
                .headers(headers -> headers.setBasicAuth(Simulators.CLIENT_ID, Simulators.CLIENT_SECRET))
                .body(BodyInserters.fromFormData(formOf(form))).exchange();
    }

    JsonNode tokens(Map<String, String> form) {
        return json(token(form).expectStatus().isOk());
    }

    JsonNode redeem(String code) {
        return tokens(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI));
    }

    public static JsonNode json(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    WebTestClient.ResponseSpec get(String path, String accessToken) {
        return client.get().uri("/api/v10" + path).headers(headers -> headers.setBearerAuth(accessToken)).exchange();
    }

    static MultiValueMap<String, String> formOf(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::set);
        return form;
    }
}
