package dev.personamarket.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A process that is started again when it dies, and whose output is passed on line by line under its name. */
final class Supervised implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final DataDirectory data;
    private final Screen screen;
    private final Duration grace;
    private volatile @Nullable Process process;
    private volatile boolean closing;

    Supervised(String name, List<String> command, Map<String, String> environment, DataDirectory data, Screen screen,
            Duration grace) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.data = data;
        this.screen = screen;
        this.grace = grace;
    }

    /** A virtual thread that reads from a pipe keeps its carrier: with few processors none was left for who would stop it. */
    void start() {
        Thread.ofPlatform().daemon().name(name).start(this::supervise);
    }

    private void supervise() {
        var pause = FIRST_PAUSE;
        while (!closing) {
            var begin = Instant.now();
            try {
                var status = runOnce();
                rest(pause);
                if (!closing) {
                    screen.log(name, "ended with status %d and is started again".formatted(status));
                }
            } catch (IOException e) {
                screen.log(name, "cannot be started: " + e.getMessage());
                rest(pause);
            } catch (InterruptedException _) {
                return;
            }
            var wasSteady = Duration.between(begin, Instant.now()).compareTo(STEADY) > 0;
            pause = wasSteady ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var running = builder.start();
        process = running;
        if (closing) {
            running.toHandle().destroy();
        }
        data.remember(running.toHandle());
        passOn(running);
        return running.waitFor();
    }

    private void passOn(Process running) throws IOException {
        try (var lines = running.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                screen.log(name, line);
            }
        } catch (IOException e) {
            if (!closing) {
                throw e;
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the process to end and waits; ends it by force after the grace. */
    @Override
    public void close() {
        closing = true;
        var running = process;
        if (running == null) {
            return;
        }
        running.toHandle().destroy(); // Process.destroy would close the pipe that its last words come through
        try {
            if (!running.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
