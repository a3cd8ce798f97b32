package dev.personamarket.benchmarks;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.HdrHistogram.Histogram;

import dev.personamarket.launcher.Visitor;

/** Reads the catalogue's first page over and over and notes when an expected count of ratings first shows. */
final class ListWatcher implements AutoCloseable {

    /** Sorted by what ratings do not change, so that the same cards stay on it. */
    static final String PAGE = "/api/marketplace/personalities?sort=name";

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private record Expected(int count, long since) {}

    private final Visitor visitor = new Visitor(Marketplace.ADDRESS);
    private final Map<String, Queue<Expected>> expected = new ConcurrentHashMap<>();
    private final Map<String, Integer> shown = new ConcurrentHashMap<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final Histogram fresh;
    private volatile boolean closed;

    /** Notes delays in microseconds in the histogram. */
    ListWatcher(Histogram fresh) {
        this.fresh = fresh;
        Thread.ofVirtual().start(this::watch);
    }

    /** From this moment, in nanoseconds, the list ought to show at least so many ratings of the personality. */
    void expect(String personality, int count, long since) {
        expected.computeIfAbsent(personality, _ -> new ConcurrentLinkedQueue<>()).add(new Expected(count, since));
    }

    private void watch() {
        while (!closed) {
            try {
                visitor.get(PAGE).path("items").valueStream()
                        .forEach(card -> shown.put(card.path("id").asString(),
                                card.path("rating").path("count").asInt()));
                var now = System.nanoTime();
                shown.forEach((personality, count) -> settle(personality, count, now));
            } catch (Exception e) {
                System.out.println("  the list was not answered: " + e.getMessage());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void settle(String personality, int count, long now) {
        expected.getOrDefault(personality, new ConcurrentLinkedQueue<>()).removeIf(one -> {
            if (one.count > count) {
                return false;
            }
            fresh.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(now - one.since)));
            seen.incrementAndGet();
            return true;
        });
    }

    /** Waits until so many expectations are met; false after half a minute. */
    boolean awaitAll(int number) {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (seen.get() < number && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return seen.get() >= number;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "%d seen, waiting for %s".formatted(seen.get(), expected);
    }
}
