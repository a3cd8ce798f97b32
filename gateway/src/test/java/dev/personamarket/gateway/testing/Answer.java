package dev.personamarket.gateway.testing;

import java.net.http.HttpResponse;
import java.util.List;

import org.assertj.core.api.Assertions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<String> setCookies() {
        return response.headers().allValues("Set-Cookie");
    }

    public Answer hasStatus(int expected) {
        Assertions.assertThat(status()).as("status of %s: %s", response.request(), body()).isEqualTo(expected);
        return this;
    }

    /** A problem by the book (RFC 9457), with nothing of our insides in it. */
    public Answer isProblem(int status, String type) {
        hasStatus(status);
        Assertions.assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        Assertions.assertThat(json().path("type").asString()).isEqualTo(type);
        Assertions.assertThat(json().path("status").asInt()).isEqualTo(status);
        Assertions.assertThat(json().path("title").asString()).isNotBlank();
        Assertions.assertThat(body()).doesNotContain("Exception", "dev.personamarket", "springframework", "localhost:");
        return this;
    }
}
