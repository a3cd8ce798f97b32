package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

/** One visitor who listens through the gateway, and notes when each rating is told. */
final class LiveWatcher implements AutoCloseable {

    private static final String DATA = "data: ";

    private record Told(String personality, long version) {}

    private final HttpResponse<Stream<String>> answer;
    private final Map<Told, Long> moments = new ConcurrentHashMap<>();

    LiveWatcher() throws IOException, InterruptedException {
        answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(Marketplace.ADDRESS + "/api/marketplace/live"))
                        .header("Accept", "text/event-stream").build(),
                BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The stream was answered by " + answer.statusCode());
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            answer.body().filter(line -> line.startsWith(DATA)).forEach(line -> {
                var moment = System.nanoTime();
                var data = JsonMapper.shared().readTree(line.substring(DATA.length()));
                moments.putIfAbsent(
                        new Told(data.path("personalityId").asString(), data.path("version").asLong()), moment);
            });
        } catch (RuntimeException e) {
            System.out.println("  the stream has ended: " + e);
        }
    }

    /** The moment of {@link System#nanoTime()} at which this version of the personality's rating was told. */
    @Nullable
    Long moment(String personality, long version) {
        return moments.get(new Told(personality, version));
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
