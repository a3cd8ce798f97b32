package dev.personamarket.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import dev.personamarket.launcher.Visitor;

/**
 * How many ratings a page of the catalogue shows of each personality, held against how many there have to be.
 *
 * @param expected by the personality's id
 */
record ShownCounts(String page, ToLongFunction<String> expected) {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** How many personalities show another count, once nothing changes any more; prints which. */
    int wrong() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var wrong = look();
        while (!wrong.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(200);
            wrong = look();
        }
        wrong.forEach(System.out::println);
        return wrong.size();
    }

    private List<String> look() throws IOException, InterruptedException {
        return new Visitor(Marketplace.ADDRESS).get(page).path("items").valueStream()
                .filter(card -> card.path("rating").path("count").asLong() != expected
                        .applyAsLong(card.path("id").asString()))
                .map(card -> "  %s shows %d ratings of %d".formatted(card.path("name").asString(),
                        card.path("rating").path("count").asLong(),
                        expected.applyAsLong(card.path("id").asString())))
                .toList();
    }
}
