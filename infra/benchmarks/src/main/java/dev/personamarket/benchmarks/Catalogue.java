package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import dev.personamarket.benchmarks.Queries.Kind;
import dev.personamarket.benchmarks.Queries.Query;

/**
 * A hundred thousand personalities: how fast they are loaded, how fast people find among them, and whether the end of
 * the list is as near as its beginning.
 */
final class Catalogue {

    private static final int PERSONALITIES = Integer
            .parseInt(Objects.requireNonNullElse(System.getenv("CATALOGUE_SIZE"),
                    "100000"));
    private static final int RATE = 50;
    private static final int WARM_UP = 60 * RATE; // until what runs often is compiled
    private static final int MEASURED = 60 * RATE;
    private static final String SERVICE = "http://localhost:8081";
    private static final String LIST = "/api/marketplace/personalities";
    private static final Pattern CURSOR = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<String> nextPages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final Path root;

    Catalogue(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var kept = System.getenv("CATALOGUE_DATA");
        var directory = kept == null
                ? Files.createTempDirectory("marketplace-catalogue")
                : Files.createDirectories(Path.of(kept));
        var generator = new Generator();
        var figures = new Figures();
        try (var marketplace = Marketplace.start(root, directory)) {
            marketplace.awaitHealthy();
            fill(new CatalogueData(root, directory, generator, PERSONALITIES), figures);
            ask(new Queries(generator, PERSONALITIES, 1).some(WARM_UP));
            ask(new Queries(generator, PERSONALITIES, 2).some(MEASURED)).addTo(figures);
            figures.add("errors", errors.get());
            for (var sort : List.of("popular", "newest", "rating", "name")) {
                leaf(sort, figures);
            }
        }
        if (errors.get() > 0) {
            throw new IllegalStateException(errors + " answers were not 200; " + figures);
        }
        return figures;
    }

    private static void fill(CatalogueData data, Figures figures) throws Exception {
        var rate = data.load();
        if (rate > 0) {
            figures.add("load_per_s", rate);
            data.giveStandings();
        }
        data.settle();
    }

    private Latencies ask(List<Query> queries) throws InterruptedException {
        var latencies = new Latencies();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            OpenLoop.run(queries, RATE, (query, intended) -> senders.submit(() -> ask(query, intended, latencies)));
            senders.shutdown();
            senders.awaitTermination(1, TimeUnit.MINUTES);
        }
        return latencies;
    }

    private void ask(Query query, long intended, Latencies latencies) {
        var next = query.kind() == Kind.NEXT_PAGE ? nextPages.poll() : null;
        var path = next == null ? query.path() : next;
        try {
            var cursor = CURSOR.matcher(get(path));
            latencies.record(query.kind(), path, System.nanoTime() - intended);
            if (cursor.find() && nextPages.size() < 1_000) {
                nextPages.add(with(path, cursor.group(1)));
            }
        } catch (IOException | InterruptedException | IllegalStateException e) {
            if (errors.incrementAndGet() <= 10) {
                System.out.println("  " + path + ": " + e);
            }
        }
    }

    /** Goes to page 2,000 from cursor to cursor, and then asks for it and for the first in turn. */
    private void leaf(String sort, Figures figures) throws Exception {
        var first = LIST + "?limit=24&sort=" + sort;
        var path = first;
        var last = Math.min(2_000, PERSONALITIES / 24);
        for (var page = 1; page < last; page++) {
            var cursor = CURSOR.matcher(get(path));
            if (!cursor.find()) {
                throw new IllegalStateException("There is no page " + (page + 1));
            }
            path = with(first, cursor.group(1));
        }
        var near = new ArrayList<Long>();
        var far = new ArrayList<Long>();
        for (var i = 0; i < 70; i++) {
            near.add(nanos(first));
            far.add(nanos(path));
        }
        figures.add("page1_" + sort + "_ms", median(near) / 1e6).add("page2000_" + sort + "_ratio",
                median(far) / (double) median(near));
    }

    private long nanos(String path) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        get(path);
        return System.nanoTime() - begin;
    }

    /** The first of them warm up. */
    private static long median(List<Long> times) {
        return times.stream().skip(20).sorted().skip((times.size() - 20) / 2).findFirst().orElseThrow();
    }

    private static String with(String path, String cursor) {
        return path.replaceFirst("&cursor=.*", "") + "&cursor=" + cursor;
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(SERVICE + path)).timeout(Duration.ofSeconds(20)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered %d: %.200s".formatted(answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
