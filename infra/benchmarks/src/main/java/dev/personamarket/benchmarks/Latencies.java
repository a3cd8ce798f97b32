package dev.personamarket.benchmarks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import dev.personamarket.benchmarks.Queries.Kind;

/** How long answers took, of all questions and of each kind; and which were the slowest. */
final class Latencies {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SLOWEST = 15;

    private final Histogram all = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<Kind, Histogram> kinds = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, String> slowest = new ConcurrentSkipListMap<>();

    void record(Kind kind, String path, long nanos) {
        var micros = Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos));
        all.recordValue(micros);
        kinds.computeIfAbsent(kind, _ -> new ConcurrentHistogram(LONGEST_MICROS, 3)).recordValue(micros);
        slowest.put(nanos, path);
        if (slowest.size() > SLOWEST) {
            slowest.pollFirstEntry();
        }
    }

    /** Prints the kinds and adds the figures of all. */
    void addTo(Figures figures) {
        System.out.printf("  %-20s %8s %9s %9s %9s%n", "", "asked", "p50 ms", "p99 ms", "max ms");
        for (var kind : Kind.values()) {
            var times = kinds.get(kind);
            if (times != null) {
                System.out.printf("  %-20s %8d %9.2f %9.2f %9.2f%n", kind.name().toLowerCase().replace('_', ' '),
                        times.getTotalCount(), millis(times, 50), millis(times, 99), millis(times, 100));
            }
        }
        slowest.descendingMap().forEach((nanos, path) -> System.out.printf("  %8.2f ms %s%n", nanos / 1e6, path));
        figures.add("query_p50_ms", millis(all, 50)).add("query_p99_ms", millis(all, 99))
                .add("query_max_ms", millis(all, 100));
    }

    /** Of a histogram of microseconds. */
    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
