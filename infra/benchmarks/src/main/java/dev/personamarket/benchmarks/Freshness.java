package dev.personamarket.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import static dev.personamarket.benchmarks.Latencies.millis;

/**
 * How long after a rating was answered the catalogue's list shows it, at a fixed rate. Ratings are sent at intended
 * times, whether or not earlier ones were answered (open loop), and their own time counts from the intended one.
 */
final class Freshness {

    private static final int RATE = 100;
    /** Three minutes, as in the other benchmarks: until then the services still compile. */
    private static final int WARM_UP = 18_000;
    private static final int MEASURED = 3_000;
    private static final int USERS = 900;
    private static final long FIRST_USER = 2_100_000_000_000_000_000L;
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);

    private final Path root;

    Freshness(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var data = Files.createTempDirectory("marketplace-freshness");
        try (var marketplace = Marketplace.start(root, data)) {
            marketplace.awaitHealthy();
            var plan = Ratings.plan(USERS, FIRST_USER, ListWatcher.PAGE);
            System.out.println("  warming up");
            rate(plan.subList(0, WARM_UP));
            var result = rate(plan.subList(WARM_UP, WARM_UP + MEASURED));
            return result.figures();
        }
    }

    private Result rate(List<Ratings.Rating> ratings) throws Exception {
        var result = new Result(new ConcurrentHistogram(LONGEST_MICROS, 3), new ConcurrentHistogram(LONGEST_MICROS, 3));
        try (var list = new ListWatcher(result.fresh); var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(ratings, RATE,
                    (rating, intended) -> senders.submit(() -> send(rating, intended, list, result)));
            senders.shutdown();
            if (!senders.awaitTermination(1, TimeUnit.MINUTES) || !list.awaitAll(ratings.size())) {
                throw new IllegalStateException("Not all ratings have arrived: " + list);
            }
        }
        return result;
    }

    private static void send(Ratings.Rating rating, long intended, ListWatcher list, Result result) {
        try {
            sendTimed(rating, intended, list, result);
        } catch (Exception e) {
            System.out.println("  a rating was not answered: " + e);
        }
    }

    private static void sendTimed(Ratings.Rating rating, long intended, ListWatcher list, Result result)
            throws Exception {
        var answer = rating.send(1 + (int) (intended % 5));
        var answered = System.nanoTime();
        result.write.recordValue(TimeUnit.NANOSECONDS.toMicros(answered - intended));
        list.expect(rating.personality(), answer.path("summary").path("count").asInt(), answered);
    }

    private record Result(Histogram write, Histogram fresh) {

        Figures figures() {
            return new Figures().add("rate_per_s", RATE).add("ratings", fresh.getTotalCount())
                    .add("write_p50_ms", millis(write, 50)).add("write_p99_ms", millis(write, 99))
                    .add("fresh_p50_ms", millis(fresh, 50)).add("fresh_p99_ms", millis(fresh, 99))
                    .add("fresh_max_ms", millis(fresh, 100));
        }
    }
}
