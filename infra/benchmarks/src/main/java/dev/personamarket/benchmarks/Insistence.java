package dev.personamarket.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** A client that takes nothing but an answer for one: whatever is broken off or put off is sent again. */
final class Insistence {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final Set<Integer> NOT_YET = Set.of(409, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger triedAgain = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();
    private final AtomicInteger answeredOtherwise = new AtomicInteger();

    /**
     * Sends it until it is answered for good, which may be a refusal, and if so wished once more after that: which has to
     * be answered the same. Fails if that takes three minutes.
     */
    void send(HttpRequest request, boolean isTwice) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var answer = once(request);
        while (answer == null && System.nanoTime() < deadline) {
            triedAgain.incrementAndGet();
            Thread.sleep(200);
            answer = once(request);
        }
        if (answer == null) {
            throw new IllegalStateException("Not acknowledged within three minutes: " + request.uri());
        }
        acknowledged.incrementAndGet();
        if (isTwice) {
            repeat(request, answer);
        }
    }

    private void repeat(HttpRequest request, HttpResponse<String> first) throws InterruptedException {
        var again = once(request);
        if (again != null) {
            twice.incrementAndGet();
            if (again.statusCode() != first.statusCode() || !again.body().equals(first.body())) {
                answeredOtherwise.incrementAndGet();
            }
        }
    }

    /** The answer; nothing if there was none, or one that says to try again. */
    private @Nullable HttpResponse<String> once(HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (NOT_YET.contains(answer.statusCode())) {
                return null;
            }
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
                throw new IllegalStateException("%s answered %d: %s".formatted(request.uri(), answer.statusCode(),
                        answer.body()));
            }
            return answer;
        } catch (IOException _) {
            return null;
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    Figures addTo(Figures figures) {
        return figures.add("acknowledged", acknowledged.get()).add("tried_again", triedAgain.get())
                .add("sent_twice", twice.get()).add("answered_otherwise", answeredOtherwise.get());
    }
}
