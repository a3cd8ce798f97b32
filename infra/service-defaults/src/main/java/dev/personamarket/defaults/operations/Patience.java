package dev.personamarket.defaults.operations;

import java.time.Duration;
import java.util.function.LongFunction;

/** Waits for others to do away with what is in the way, as long as they do so at all. */
public final class Patience {

    private final long nanos;
    private final LongFunction<String> complaint;
    private long fewest = Long.MAX_VALUE;
    private long since = System.nanoTime();

    /**
     * @param time      how long nothing may become less
     * @param complaint what the operator is told of so many, once that is too long
     */
    public Patience(Duration time, LongFunction<String> complaint) {
        nanos = time.toNanos();
        this.complaint = complaint;
    }

    /** Fails with {@link CannotRunException} when there have been no fewer than the fewest for too long. */
    public void see(long left) {
        if (left < fewest) {
            fewest = left;
            since = System.nanoTime();
        } else if (System.nanoTime() - since > nanos) {
            throw new CannotRunException(complaint.apply(left));
        }
    }
}
