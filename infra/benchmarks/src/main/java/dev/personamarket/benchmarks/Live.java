package dev.personamarket.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

import static dev.personamarket.benchmarks.Latencies.millis;

/**
 * How long after a rating a visitor who listens hears of it; and what streams cost that are held for a while, at the
 * service that serves them and at the gateway.
 */
final class Live {

    private static final int RATE = 100;
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 3_000;
    private static final int USERS = 250;
    private static final long FIRST_USER = 2_100_000_000_000_070_000L;
    private static final int SLOW_RATE = 5;
    private static final int OPENED_PER_SECOND = 200;
    private static final String LISTEN = """
            GET /api/marketplace/live HTTP/1.1\r
            Host: localhost\r
            Accept: text/event-stream\r
            \r
            """;
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    private final Path root;

    Live(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var figures = new Figures();
        try (var marketplace = Marketplace.start(root, Files.createTempDirectory("marketplace-live"))) {
            marketplace.awaitHealthy();
            time(figures);
            new Held("catalog-service", 8081, 2_000).measure(marketplace, plan(300, 1_000), figures);
            new Held("gateway", 8080, 500).measure(marketplace, plan(60, 2_000), figures);
        }
        return figures;
    }

    /** So many seconds of ratings, by people who did not rate before. */
    private static List<Ratings.Rating> plan(int seconds, long from) throws Exception {
        var ratings = seconds * SLOW_RATE;
        return Ratings.plan(Math.ceilDiv(ratings, 24), FIRST_USER + from, ListWatcher.PAGE).subList(0, ratings);
    }

    private void time(Figures figures) throws Exception {
        var plan = Ratings.plan(USERS, FIRST_USER, ListWatcher.PAGE);
        try (var watcher = new LiveWatcher()) {
            System.out.println("  warming up");
            rate(plan.subList(0, WARM_UP), RATE);
            var sent = rate(plan.subList(WARM_UP, WARM_UP + MEASURED), RATE);
            Thread.sleep(2_000);
            add(sent, watcher, figures);
        }
    }

    private record Sent(String personality, long version, long intended, long answered) {}

    private static Queue<Sent> rate(List<Ratings.Rating> ratings, int rate) throws InterruptedException {
        var sent = new ConcurrentLinkedQueue<Sent>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(ratings, rate, (rating, intended) -> senders.submit(() -> send(rating, intended, sent)));
            senders.shutdown();
            senders.awaitTermination(1, TimeUnit.MINUTES);
        }
        return sent;
    }

    private static void send(Ratings.Rating rating, long intended, Queue<Sent> sent) {
        try {
            var version = rating.send(1 + (int) (intended % 5)).path("summary").path("version").asLong();
            sent.add(new Sent(rating.personality(), version, intended, System.nanoTime()));
        } catch (Exception e) {
            System.out.println("  a rating was not answered: " + e);
        }
    }

    private static void add(Queue<Sent> sent, LiveWatcher watcher, Figures figures) {
        var fromAnswer = new Histogram(LONGEST_MICROS, 3);
        var fromIntent = new Histogram(LONGEST_MICROS, 3);
        for (var one : sent) {
            var told = watcher.moment(one.personality(), one.version());
            if (told != null) {
                fromAnswer.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(told - one.answered())));
                fromIntent.recordValue(TimeUnit.NANOSECONDS.toMicros(told - one.intended()));
            }
        }
        figures.add("rate_per_s", RATE).add("ratings", sent.size())
                .add("live_missed", MEASURED - fromAnswer.getTotalCount())
                .add("live_p50_ms", millis(fromAnswer, 50)).add("live_p99_ms", millis(fromAnswer, 99))
                .add("live_max_ms", millis(fromAnswer, 100)).add("send_to_live_p50_ms", millis(fromIntent, 50))
                .add("send_to_live_p99_ms", millis(fromIntent, 99));
    }

    /** Streams that are held through one of the applications. */
    private record Held(String application, int port, int streams) {

        void measure(Marketplace marketplace, List<Ratings.Rating> ratings, Figures figures) throws Exception {
            Thread.sleep(5_000); // what came before comes to rest
            var before = memory(marketplace);
            try (var held = new Streams(port, streams, OPENED_PER_SECOND, _ -> LISTEN, "event: rating")) {
                System.out.printf("  %d streams of %s are open, %.0f KiB each%n", streams, application,
                        (memory(marketplace) - before) / streams);
                var sent = rate(ratings, SLOW_RATE);
                var missed = held.missed(sent.size());
                figures.add(key("_kib_each"), (memory(marketplace) - before) / streams)
                        .add(key("_ratings"), sent.size()).add(key("_missed"), missed)
                        .add(key("_dropped"), held.dropped());
            }
        }

        private String key(String figure) {
            return ("gateway".equals(application) ? "gateway_streams" : "streams") + figure;
        }

        private double memory(Marketplace marketplace) {
            return 1024 * Memory.mebibytes(marketplace.processes(application), "Rss");
        }
    }
}
