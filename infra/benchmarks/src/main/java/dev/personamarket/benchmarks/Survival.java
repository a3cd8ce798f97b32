package dev.personamarket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjLongConsumer;

/**
 * Kills one service after the other with SIGKILL while people rate, and then counts: every rating was tried until it was
 * acknowledged, so the catalogue has to show each of them, once.
 */
final class Survival {

    private static final List<String> SERVICES = List.of("catalog-service", "rating-service", "preview-service",
            "deployment-service", "gateway");
    private static final String LIST = "/api/marketplace/personalities?limit=100";
    private static final int USERS = 20;
    private static final int RATE = 20;
    private static final long FIRST_USER = 2_100_000_000_000_050_000L;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Path root;
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, AtomicInteger> acknowledged = new ConcurrentHashMap<>();

    Survival(Path root) {
        this.root = root;
    }

    Figures run() throws Exception {
        var figures = new Figures();
        try (var marketplace = Marketplace.start(root, Files.createTempDirectory("marketplace-survival"))) {
            marketplace.awaitHealthy();
            var plan = Ratings.plan(USERS, FIRST_USER, LIST);
            var share = plan.size() / SERVICES.size();
            for (var i = 0; i < SERVICES.size(); i++) {
                figures.add("back_" + SERVICES.get(i).replace("-service", "") + "_s",
                        killWhileRating(marketplace, SERVICES.get(i), plan.subList(i * share, (i + 1) * share)));
            }
            figures.add("acknowledged", acknowledged.values().stream().mapToInt(AtomicInteger::get).sum())
                    .add("tried_again", refused.get())
                    .add("wrong_counts", new ShownCounts(LIST, this::acknowledged).wrong());
        }
        return figures;
    }

    private double killWhileRating(Marketplace marketplace, String service, List<Ratings.Rating> ratings)
            throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            ObjLongConsumer<Ratings.Rating> send = (rating, _) -> senders.submit(() -> rateUntilAcknowledged(rating));
            var before = ratings.size() / 4;
            OpenLoop.run(ratings.subList(0, before), RATE, send);
            marketplace.kill(service);
            var back = senders.submit(() -> secondsUntilReady(marketplace, service));
            OpenLoop.run(ratings.subList(before, ratings.size()), RATE, send);
            return back.get();
        }
    }

    private Void rateUntilAcknowledged(Ratings.Rating rating) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            try {
                rating.send(5);
                acknowledged.computeIfAbsent(rating.personality(), _ -> new AtomicInteger()).incrementAndGet();
                return null;
            } catch (IOException | RuntimeException e) {
                refused.incrementAndGet();
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("A rating was not acknowledged within two minutes");
    }

    private static double secondsUntilReady(Marketplace marketplace, String service) throws InterruptedException {
        var killed = System.nanoTime();
        var deadline = killed + PATIENCE_NANOS;
        while (!marketplace.isReady(service)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(service + " did not come back");
            }
            Thread.sleep(50);
        }
        return (System.nanoTime() - killed) / 1e9;
    }

    private int acknowledged(String personality) {
        return acknowledged.getOrDefault(personality, new AtomicInteger()).get();
    }
}
