package dev.personamarket.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.personamarket.launcher.Addresses.Place;
import dev.personamarket.launcher.Runtimes.Size;

/** The applications of the house, each in a JVM of its own. */
final class Processes implements AutoCloseable {

    /** How long a process may take to end by itself; one in training still has to write its cache. */
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration TRAINING_GRACE = Duration.ofMinutes(3);

    private final DataDirectory data;
    private final Runtimes runtimes;
    private final Runtimes.Use use;
    private final Screen screen;
    private final List<Supervised> running = new ArrayList<>();
    private final List<CompletableFuture<Void>> healthy = new ArrayList<>();

    Processes(DataDirectory data, Runtimes runtimes, Runtimes.Use use, Screen screen) {
        this.data = data;
        this.runtimes = runtimes;
        this.use = use;
        this.screen = screen;
    }

    /** Starts an application of this size with these variables. */
    @SafeVarargs
    final void add(String name, Size size, Place management, Addresses addresses, Map<String, String>... settings) {
        var environment = new HashMap<String, String>();
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(addresses.port(management)));
        for (var more : settings) {
            environment.putAll(more);
        }
        var step = screen.begin(name);
        var process = new Supervised(name, runtimes.command(name, size, use), environment, data, screen,
                use == Runtimes.Use.TRAIN ? TRAINING_GRACE : GRACE);
        running.add(process);
        process.start();
        healthy.add(Health.of(addresses.url(management)).thenRun(() -> step.done("")));
    }

    /** Waits until all are ready to serve. Fails with one clear line when one of them takes too long. */
    void awaitHealthy() {
        try {
            CompletableFuture.allOf(healthy.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            throw new LaunchException(String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    @Override
    public void close() {
        CompletableFuture.allOf(
                running.stream().map(process -> CompletableFuture.runAsync(process::close, Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
