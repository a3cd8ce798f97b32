package dev.personamarket.rating.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.TestIdentity;

/** People who read what others wrote, by their names, over HTTP; without a name, not signed in. */
record Readers(WebTestClient client, TestIdentity identity) {

    private static final String REVIEWS = "/api/marketplace/personalities/{id}/ratings";

    ReviewPage page(@Nullable String name, UUID personality, String query) {
        return Objects.requireNonNull(tryToRead(name, personality, query).expectStatus().isOk()
                .expectBody(ReviewPage.class).returnResult().getResponseBody());
    }

    /** Page by page to the end, with something done after the first. */
    List<Review> all(UUID personality, String query, Runnable between) {
        var page = page(null, personality, query);
        var read = new ArrayList<>(page.items());
        between.run();
        while (page.nextCursor() != null) {
            page = page(null, personality, query + "&cursor=" + page.nextCursor());
            read.addAll(page.items());
        }
        return read;
    }

    ResponseSpec tryToRead(@Nullable String name, UUID personality, String query) {
        return call(HttpMethod.GET, name, REVIEWS + query, personality);
    }

    Helpfulness mark(String name, UUID personality, UUID rating) {
        return helpfulness(tryToMark(HttpMethod.PUT, name, personality, rating));
    }

    Helpfulness unmark(String name, UUID personality, UUID rating) {
        return helpfulness(tryToMark(HttpMethod.DELETE, name, personality, rating));
    }

    ResponseSpec tryToMark(HttpMethod method, @Nullable String name, UUID personality, Object rating) {
        return call(method, name, REVIEWS + "/{rating}/helpful", personality, rating);
    }

    private static Helpfulness helpfulness(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus().isOk().expectBody(Helpfulness.class).returnResult()
                .getResponseBody());
    }

    private ResponseSpec call(HttpMethod method, @Nullable String name, String uri, Object... variables) {
        return client.method(method).uri(uri, variables).headers(headers -> {
            if (name != null) {
                headers.set(HttpHeaders.AUTHORIZATION, identity.user(name).authorization());
            }
        }).exchange();
    }
}
