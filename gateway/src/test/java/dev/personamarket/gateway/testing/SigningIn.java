package dev.personamarket.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The way through Discord, step by step, as a browser goes it. */
public final class SigningIn {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Browser browser;
    private URI at;

    private SigningIn(Browser browser, URI authorizePage) {
        this.browser = browser;
        this.at = authorizePage;
    }

    /** Goes to Discord's consent page. */
    public static SigningIn begin(Browser browser, String query) {
        var answer = browser.get("/api/auth/discord" + query).hasStatus(302);
        return new SigningIn(browser, URI.create(answer.header("Location")));
    }

    /** What the consent page is asked with, or what it sends back, later. */
    public Map<String, String> query() {
        return Arrays.stream(at.getRawQuery().split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    public String told(String parameter) {
        return String.valueOf(query().get(parameter));
    }

    /** Somebody agrees at Discord, which sends them back. */
    public SigningIn agree(String personId) {
        return decide("person_id=" + personId);
    }

    public SigningIn refuse(String personId) {
        return decide("person_id=" + personId + "&decision=cancel");
    }

    /** Where Discord sends the browser. */
    public String callback() {
        return at.getRawPath() + "?" + at.getRawQuery();
    }

    /** The browser follows. */
    public Answer arrive() {
        return browser.get(callback());
    }

    /** From here on it is another browser that follows. */
    public SigningIn by(Browser other) {
        browser = other;
        return this;
    }

    public SigningIn replace(String parameter, String value) {
        at = URI.create(at.toString().replaceAll("([?&]" + parameter + "=)[^&]*",
                "$1" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return this;
    }

    public SigningIn without(String parameter) {
        at = URI.create(at.toString().replaceAll("([?&])" + parameter + "=[^&]*&?", "$1").replaceAll("[?&]$", ""));
        return this;
    }

    public SigningIn add(String parameter, String value) {
        at = URI.create(at + "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    private SigningIn decide(String form) {
        var request = HttpRequest.newBuilder(at).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            at = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return this;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
