package dev.personamarket.catalog.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A client that listens as an EventSource does: what it was told, and the id that it would come back with. */
final class Listener implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Told(String id, String event, JsonNode data) {}

    private final HttpResponse<Stream<String>> answer;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    private Listener(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::listen);
    }

    /** Returns once the stream has begun. */
    static Listener at(int port, String query, String lastId) {
        var listener = new Listener(ask(port, query, lastId, BodyHandlers.ofLines()));
        assertThat(listener.answer.statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> !listener.lastId.isEmpty());
        return listener;
    }

    static <T> HttpResponse<T> ask(int port, String query, String lastId, HttpResponse.BodyHandler<T> body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/marketplace/live%s".formatted(port,
                query))).header("Accept", "text/event-stream").timeout(PATIENCE);
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        var block = new HashMap<String, String>();
        try (var body = answer.body()) {
            body.forEach(line -> {
                lines.add(line);
                if (line.isEmpty()) {
                    dispatch(block);
                    block.clear();
                } else {
                    var field = line.split(": ", 2);
                    block.put(field[0], field[1]);
                }
            });
        } catch (RuntimeException _) {
            lines.add("broken off");
        } finally {
            ended = true;
        }
    }

    private void dispatch(Map<String, String> block) {
        var data = block.get("data");
        if (data != null) {
            told.add(new Told(requireNonNull(block.get("id")), requireNonNull(block.get("event")),
                    JsonMapper.shared().readTree(data)));
        }
        lastId = block.getOrDefault("id", lastId);
    }

    Told awaitTold(Predicate<Told> condition) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .until(() -> told.stream().filter(condition).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    HttpResponse<Stream<String>> answer() {
        return answer;
    }

    List<String> lines() {
        return lines;
    }

    List<Told> told() {
        return told;
    }

    String lastId() {
        return lastId;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Goes without a word. */
    @Override
    public void close() {
        answer.body().close();
    }
}
