package dev.personamarket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

import dev.personamarket.launcher.Visitor;

import static dev.personamarket.benchmarks.Latencies.millis;

/**
 * How much later the first word of an answer comes through gateway and service than from the model itself, and what a
 * thousand answers at once cost the service.
 */
final class Preview {

    private static final int WARM_UP_CLIENTS = 4;
    private static final long WARM_UP_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final int MEASURED = 500;
    private static final int STREAMS = 1_000;
    private static final int OPENED_PER_SECOND = 50; // the last one begins while the first still has ten seconds to go
    private static final int SERVICE_PORT = 8083;
    private static final String SERVICE = "preview-service";
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(20);
    private static final String CHAT = "/api/marketplace/preview/%s/chat";
    private static final String MESSAGE = "{\"message\":\"What is on your mind tonight?\"}";

    private final Path root;

    Preview(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var figures = new Figures();
        try (var marketplace = Marketplace.start(root, Files.createTempDirectory("marketplace-preview"))) {
            marketplace.awaitHealthy();
            var personalities = new Visitor(Marketplace.ADDRESS).get(ListWatcher.PAGE).path("items").valueStream()
                    .map(card -> card.path("id").asString()).toList();
            awaitSpeaking(personalities);
            time(personalities, figures);
            hold(marketplace, personalities, figures);
        }
        return figures;
    }

    /** The samples are published while the marketplace starts, and take a moment to learn to speak. */
    private static void awaitSpeaking(List<String> personalities) throws IOException, InterruptedException {
        for (var personality : personalities) {
            while (new Visitor(Marketplace.ADDRESS).status(CHAT.formatted(personality), MESSAGE) == 404) {
                Thread.sleep(200);
            }
        }
    }

    /** By turns, so that both meet the same weather. */
    private static void time(List<String> personalities, Figures figures) throws IOException, InterruptedException {
        warmUp(personalities);
        var straight = new Histogram(LONGEST_MICROS, 3);
        var through = new Histogram(LONGEST_MICROS, 3);
        firstTokens(personalities, MEASURED, straight, through);
        figures.add("straight_p50_ms", millis(straight, 50)).add("straight_p99_ms", millis(straight, 99))
                .add("through_p50_ms", millis(through, 50)).add("through_p99_ms", millis(through, 99))
                .add("added_p50_ms", millis(through, 50) - millis(straight, 50))
                .add("added_p99_ms", millis(through, 99) - millis(straight, 99));
    }

    /** Several at once, since what has run a few hundred times is not compiled well yet. */
    private static void warmUp(List<String> personalities) throws InterruptedException {
        System.out.println("  warming up");
        var end = System.nanoTime() + WARM_UP_NANOS;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.invokeAll(Collections.nCopies(WARM_UP_CLIENTS, () -> {
                while (System.nanoTime() < end) {
                    firstTokens(personalities, personalities.size(), new Histogram(LONGEST_MICROS, 3),
                            new Histogram(LONGEST_MICROS, 3));
                }
                return null;
            })).forEach(Future::resultNow);
        }
    }

    private static void firstTokens(List<String> personalities, int times, Histogram straight, Histogram through)
            throws IOException {
        for (var i = 0; i < times; i++) {
            straight.recordValue(FirstToken.ofModel());
            through.recordValue(FirstToken.ofPreview(
                    CHAT.formatted(personalities.get(i % personalities.size())), MESSAGE));
        }
    }

    private static void hold(Marketplace marketplace, List<String> personalities, Figures figures) throws Exception {
        new Visitor("http://localhost:8090").post("/simulator/faults", "{\"path\":\"/v1/**\",\"model\":\"slow\"}", 201);
        Thread.sleep(5_000); // what came before comes to rest
        var before = memory(marketplace);
        try (var held = new Streams(SERVICE_PORT, STREAMS, OPENED_PER_SECOND,
                i -> request(personalities.get(i % personalities.size())),
                "event:done")) {
            var grown = memory(marketplace) - before;
            figures.add("streams_kib_each", grown / STREAMS).add("threads", threads(marketplace));
            figures.add("streams_unfinished", held.missed(1)).add("streams_dropped", held.dropped());
        }
    }

    private static String request(String personality) {
        return """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Accept: text/event-stream\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(CHAT.formatted(personality), MESSAGE.length(), MESSAGE);
    }

    private static double memory(Marketplace marketplace) {
        return 1024 * Memory.mebibytes(marketplace.processes(SERVICE), "Rss");
    }

    private static double threads(Marketplace marketplace) throws IOException {
        var service = marketplace.processes(SERVICE).findFirst().orElseThrow();
        try (var threads = Files.list(Path.of("/proc/%d/task".formatted(service.pid())))) {
            return threads.count();
        }
    }
}
