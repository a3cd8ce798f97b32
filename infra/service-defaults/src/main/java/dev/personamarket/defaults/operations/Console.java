package dev.personamarket.defaults.operations;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the operator how it goes, every two seconds. */
public final class Console {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private long last = begin;
    private long before;

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String line, Object... values) {
        out.println(line.formatted(values));
    }

    /** What was done before this time, for the {@link #rate}. */
    public void goesOnFrom(long done) {
        before = done;
    }

    /**
     * Says how far it is, unless that was said just now.
     *
     * @param done    how many are done, those of before included
     * @param howMany the same for people, such as "3 words"
     */
    public void progress(long done, Object howMany) {
        if (System.nanoTime() - last >= INTERVAL_NANOS) {
            last = System.nanoTime();
            say("  %s · %,d/s", howMany, rate(done));
        }
    }

    /** How many a second of those that were done this time. */
    public long rate(long done) {
        return (done - before) * 1_000_000_000L / Math.max(1, System.nanoTime() - begin);
    }
}
