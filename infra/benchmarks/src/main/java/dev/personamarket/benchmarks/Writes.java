package dev.personamarket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import static dev.personamarket.benchmarks.Latencies.millis;

/**
 * How many ratings a second rating-service stores for 16 clients that wait for each answer, and how many pgbench does
 * with the same statement on the same server: by turns, so that both meet the same weather.
 */
final class Writes {

    private static final int CLIENTS = 16;
    private static final int USERS = 1_000;
    private static final int PERSONALITIES = 100;
    private static final int ROUNDS = 3;
    private static final int ROUND_SECONDS = 20;
    private static final int WARM_UP_SECONDS = 180; // until what runs often is compiled
    private static final int SERVICE_PORT = 8082;
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(20);

    private final Path root;

    Writes(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var data = new LocalData(Files.createTempDirectory("marketplace-writes"));
        try (var marketplace = Marketplace.start(root, data.directory())) {
            marketplace.awaitHealthy();
            data.execute("rating", "INSERT INTO subject (personality_id, revision, version, archived) SELECT "
                    + PgBench.uuid("number") + ", 1, 1, false FROM generate_series(1, " + PERSONALITIES
                    + ") AS number");
            var pgbench = new PgBench(root, data, CLIENTS, PERSONALITIES, USERS);
            var authorizations = authorizations(IdentityKey.of(data.secret("IDENTITY_SIGNING_KEY")));
            rate(authorizations, WARM_UP_SECONDS, new ConcurrentHistogram(LONGEST_MICROS, 3));
            return compare(pgbench, authorizations, data);
        }
    }

    private static Figures compare(PgBench pgbench, List<String> authorizations, LocalData data) throws Exception {
        var times = new ConcurrentHistogram(LONGEST_MICROS, 3);
        var ratings = new ArrayList<Double>();
        var statements = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            ratings.add(rate(authorizations, ROUND_SECONDS, times));
            drain(data);
            statements.add(pgbench.perSecond(ROUND_SECONDS));
            drain(data);
        }
        return new Figures().add("rating_per_s", median(ratings)).add("pgbench_per_s", median(statements))
                .add("ratio", median(ratings) / median(statements)).add("rating_p50_ms", millis(times, 50))
                .add("rating_p99_ms", millis(times, 99));
    }

    /** Until what the round has left to send is sent: it is not the next one's work. */
    private static void drain(LocalData data) throws SQLException, InterruptedException {
        data.await("rating", "SELECT -count(*) FROM outbox WHERE published_at IS NULL", 0);
    }

    private static List<String> authorizations(IdentityKey key) {
        return IntStream.rangeClosed(1, USERS).mapToObj(PgBench::uuid).map(key::authorization).toList();
    }

    private static double rate(List<String> authorizations, int seconds, Histogram times)
            throws InterruptedException, ExecutionException {
        var begin = System.nanoTime();
        var end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var counts = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> clients.submit(() -> rateUntil(end, authorizations, times))).toList();
            var sum = 0L;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static long rateUntil(long end, List<String> authorizations, Histogram times) throws IOException {
        var random = ThreadLocalRandom.current();
        try (var connection = new KeptAlive("localhost", SERVICE_PORT)) {
            var count = 0L;
            for (var begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                var personality = PgBench.uuid(random.nextInt(1, PERSONALITIES + 1));
                var status = connection.send(KeptAlive.post(
                        "/api/marketplace/personalities/%s/rate".formatted(personality),
                        authorizations.get(random.nextInt(USERS)),
                        "{\"stars\":%d}".formatted(random.nextInt(1, 6))));
                if (status != 200) {
                    throw new IllegalStateException("A rating was answered " + status);
                }
                times.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
                count++;
            }
            return count;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
