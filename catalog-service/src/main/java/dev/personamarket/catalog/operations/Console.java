package dev.personamarket.catalog.operations;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the operator how it goes, every two seconds. */
final class Console {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long last = begin;
    private long before;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line, Object... values) {
        out.println(line.formatted(values));
    }

    void goesOnFrom(Progress progress) {
        before = progress.records();
        if (progress.finishedAt() != null) {
            say("This very file was loaded before; --from-start loads it again");
        } else if (before > 0) {
            say("Goes on behind %,d records that were done before", before);
        }
    }

    void progress(Progress progress) {
        if (System.nanoTime() - last >= INTERVAL_NANOS) {
            last = System.nanoTime();
            say("  %s · %,d/s", progress, rate(progress.records()));
        }
    }

    void progress(long personalities) {
        if (System.nanoTime() - last >= INTERVAL_NANOS) {
            last = System.nanoTime();
            say("  %,d personalities · %,d/s", personalities, rate(personalities));
        }
    }

    void goesOnFrom(long personalities) {
        before = personalities;
        if (personalities > 0) {
            say("Goes on behind %,d personalities that were done before; --from-start begins anew", personalities);
        }
    }

    /** How many a second of those that were done this time. */
    long rate(long done) {
        return (done - before) * 1_000_000_000L / Math.max(1, System.nanoTime() - begin);
    }
}
