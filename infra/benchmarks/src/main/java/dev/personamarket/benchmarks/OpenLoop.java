package dev.personamarket.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;

/** People do not wait for each other: what they do comes at its moment, whether or not earlier things were answered. */
final class OpenLoop {

    private OpenLoop() {}

    /** Hands each over at its intended moment of {@link System#nanoTime()}. The sender must not wait. */
    static <T> void run(List<T> work, int perSecond, ObjLongConsumer<T> sender) {
        var begin = System.nanoTime();
        for (var i = 0; i < work.size(); i++) {
            var intended = begin + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            parkUntil(intended);
            sender.accept(work.get(i), intended);
        }
    }

    private static void parkUntil(long moment) {
        for (var rest = moment - System.nanoTime(); rest > 0; rest = moment - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
    }
}
