package dev.personamarket.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Asks a process whether it is ready. */
final class Health {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Health() {}

    /** Completes once the process behind this management address is ready; fails after three minutes. */
    static CompletableFuture<Void> of(String address) {
        var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5)).build();
        return CompletableFuture.runAsync(() -> await(request), Thread::startVirtualThread);
    }

    private static void await(HttpRequest request) {
        var deadline = Instant.now().plus(PATIENCE);
        try {
            while (!isReady(request)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new LaunchException("%s is not ready after %d minutes"
                            .formatted(request.uri(), PATIENCE.toMinutes()));
                }
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
