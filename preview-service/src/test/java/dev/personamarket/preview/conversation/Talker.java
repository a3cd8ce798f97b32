package dev.personamarket.preview.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import dev.personamarket.testing.TestCaller;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks, over HTTP: a user by their token, a visitor by the cookie that the first answer brought. */
final class Talker {

    static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS = new ParameterizedTypeReference<>() {};

    private final WebTestClient client;
    private final @Nullable TestCaller user;
    private @Nullable String cookie;

    private Talker(WebTestClient client, @Nullable TestCaller user) {
        this.client = client;
        this.user = user;
    }

    static Talker visitor(WebTestClient client) {
        return new Talker(client, null);
    }

    static Talker user(WebTestClient client, TestCaller user) {
        return new Talker(client, user);
    }

    /** Says something and waits for the whole reply. */
    ChatReply say(UUID personality, String message, @Nullable UUID session) {
        return Objects.requireNonNull(tryToSay(personality, message, session).expectStatus().isOk()
                .expectBody(ChatReply.class).returnResult().getResponseBody());
    }

    /** Says something for a JSON answer, whatever that is. */
    ResponseSpec tryToSay(UUID personality, String message, @Nullable UUID session) {
        return send(personality, message, session, MediaType.APPLICATION_JSON);
    }

    /** Says something and listens to the stream, on a thread that may wait. */
    Flux<ServerSentEvent<String>> stream(UUID personality, String message, @Nullable UUID session) {
        return send(personality, message, session, MediaType.TEXT_EVENT_STREAM).expectStatus().isOk()
                .expectHeader().contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM).returnResult(EVENTS)
                .getResponseBody().publishOn(Schedulers.boundedElastic());
    }

    /** All events of a stream, heartbeats left out. */
    List<ServerSentEvent<String>> events(UUID personality, String message, @Nullable UUID session) {
        return Objects.requireNonNull(stream(personality, message, session).filter(event -> event.event() != null)
                .collectList().block());
    }

    ResponseSpec send(UUID personality, String message, @Nullable UUID session, MediaType accept) {
        var request = new HashMap<String, Object>(Map.of("message", message));
        if (session != null) {
            request.put("sessionId", session);
        }
        return chat(personality, request, accept);
    }

    /** Lets the last answer go on and waits for the whole reply. */
    ChatReply goOn(UUID personality, UUID session) {
        return Objects.requireNonNull(tryToGoOn(personality, session).expectStatus().isOk()
                .expectBody(ChatReply.class).returnResult().getResponseBody());
    }

    ResponseSpec tryToGoOn(UUID personality, UUID session) {
        return chat(personality, Map.of("sessionId", session, "goOn", true), MediaType.APPLICATION_JSON);
    }

    /** Says something, or wants it to go on, by any body. */
    ResponseSpec chat(UUID personality, Map<String, ?> request, MediaType accept) {
        var response = client.post().uri("/api/marketplace/preview/{id}/chat", personality).headers(this::identify)
                .accept(accept).bodyValue(request).exchange();
        remember(response);
        return response;
    }

    /** Says something and leaves after a token; returns once the end of the answer is stored. */
    UUID leaveAfter(UUID personality, String token) {
        return leave(stream(personality, "Hello!", null).takeUntil(event -> "token".equals(event.event())
                && data(event).path("text").asString().equals(token)));
    }

    /** Listens to a stream for as long as it lasts; returns once the end of the answer is stored. */
    UUID leave(Flux<ServerSentEvent<String>> events) {
        var session = UUID.fromString(Objects.requireNonNull(events.filter(event -> "session".equals(event.event()))
                .map(event -> data(event).path("sessionId").asString()).blockLast()));
        Awaitility.await("the end of the answer").until(() -> !history(session).answering());
        return session;
    }

    /** The caller's conversations, with a query such as {@code ?limit=3}. */
    ConversationPage list(String query) {
        return Objects.requireNonNull(tryToList(query).expectStatus().isOk().expectBody(ConversationPage.class)
                .returnResult().getResponseBody());
    }

    ResponseSpec tryToList(String query) {
        return client.get().uri("/api/marketplace/preview/sessions" + query).headers(this::identify).exchange();
    }

    ResponseSpec restart(UUID session) {
        return client.post().uri("/api/marketplace/preview/sessions/{id}/restart", session).headers(this::identify)
                .exchange();
    }

    Conversation history(UUID session) {
        return Objects.requireNonNull(session(HttpMethod.GET, session).expectStatus().isOk()
                .expectBody(Conversation.class).returnResult().getResponseBody());
    }

    ResponseSpec session(HttpMethod method, UUID session) {
        return client.method(method).uri("/api/marketplace/preview/sessions/{id}", session).headers(this::identify)
                .exchange();
    }

    @Nullable
    String cookie() {
        return cookie;
    }

    static JsonNode data(ServerSentEvent<String> event) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(event.data()));
    }

    private void identify(HttpHeaders headers) {
        if (user != null) {
            headers.set(HttpHeaders.AUTHORIZATION, user.authorization());
        }
        if (cookie != null) {
            headers.set(HttpHeaders.COOKIE, Visitors.COOKIE + "=" + cookie);
        }
    }

    private void remember(ResponseSpec response) {
        response.expectHeader().values(HttpHeaders.SET_COOKIE, values -> {
            if (values != null) {
                values.stream().filter(value -> value.startsWith(Visitors.COOKIE + "=")).forEach(
                        value -> cookie = value.substring(Visitors.COOKIE.length() + 1, value.indexOf(';')));
            }
        });
    }
}
