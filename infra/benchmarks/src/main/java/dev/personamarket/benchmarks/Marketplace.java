package dev.personamarket.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The marketplace as {@code infra/up} starts it, on data of its own. */
final class Marketplace implements AutoCloseable {

    static final String ADDRESS = "http://localhost:8080";
    private static final long PATIENCE_MINUTES = 15;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Integer> MANAGEMENT = Map.of("gateway", 9080, "catalog-service", 9081,
            "rating-service", 9082, "preview-service", 9083, "deployment-service", 9084);

    private final Process process;
    private final CountDownLatch welcomed = new CountDownLatch(1);

    private Marketplace(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** Starts it; returns at once. */
    static Marketplace start(Path root, Path data) throws IOException {
        return start(root, data, Map.of());
    }

    /** As {@link #start(Path, Path)}, with these settings. */
    static Marketplace start(Path root, Path data, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(root.resolve("infra/up").toString()).redirectErrorStream(true);
        // A benchmark measures the marketplace, not its limits.
        builder.environment().putAll(Map.of("MARKETPLACE_DATA", data.toString(), "LIMITS_FACTOR", "100000",
                "MARKETPLACE_PREVIEW_BUDGET_PERSONALITY", "0", "MARKETPLACE_PREVIEW_BUDGET_SITE", "0",
                "MARKETPLACE_PREVIEW_BUDGET_USER", "0", "MARKETPLACE_PREVIEW_BUDGET_SERVER", "0"));
        builder.environment().keySet().removeIf(name -> name.startsWith("DISCORD_") || name.startsWith("OPENAI_"));
        builder.environment().putAll(settings);
        return new Marketplace(builder.start());
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                if (line.strip().equals(ADDRESS)) {
                    welcomed.countDown();
                } else if (line.contains(" ERROR ") || line.startsWith("infra/up:")) {
                    System.out.println("  " + line);
                }
            });
        } catch (IOException e) {
            System.out.println("  the output of infra/up ended: " + e.getMessage());
        }
    }

    /** Waits until it has printed its address: all is healthy. */
    Marketplace awaitHealthy() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!welcomed.await(10, TimeUnit.MILLISECONDS)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("infra/up did not come up");
            }
        }
        return this;
    }

    /** All processes that belong to it, itself included. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The process of one of its applications, if that runs. */
    Stream<ProcessHandle> processes(String application) {
        return processes()
                .filter(process -> process.info().commandLine().orElse("").contains("/" + application + "/app.jar"));
    }

    /** Ends one of its applications without any warning. Returns once it is gone. */
    void kill(String application) {
        var victim = processes(application).findFirst()
                .orElseThrow(() -> new IllegalStateException(application + " does not run"));
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /** Ends all of it without any warning, the broker and the database too. Returns once all is gone. */
    void killAll() {
        var victims = processes().toList();
        victims.forEach(ProcessHandle::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
    }

    /** Whether one of its applications is ready to serve. */
    boolean isReady(String application) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(readiness(application)).timeout(Duration.ofSeconds(2)).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static URI readiness(String application) {
        return URI.create("http://localhost:%d/actuator/health/readiness".formatted(MANAGEMENT.get(application)));
    }

    @Override
    public void close() {
        process.toHandle().destroy(); // leaves its output readable to the end
        process.onExit().join();
    }
}
