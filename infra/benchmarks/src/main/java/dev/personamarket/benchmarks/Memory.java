package dev.personamarket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of processes as Linux accounts for it. */
final class Memory {

    private static final double KIB_PER_MIB = 1024;

    private Memory() {}

    /**
     * MiB of a kind of memory of all the processes together: {@code Rss} counts a page that processes share once for
     * each of them, {@code Pss} once in all.
     *
     * @see <a href="https://docs.kernel.org/filesystems/proc.html">proc(5), smaps_rollup</a>
     */
    static double mebibytes(Stream<ProcessHandle> processes, String kind) {
        return processes.mapToLong(process -> kibibytes(process, kind)).sum() / KIB_PER_MIB;
    }

    private static long kibibytes(ProcessHandle process, String kind) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/smaps_rollup".formatted(process.pid()))).stream()
                    .filter(line -> line.startsWith(kind + ":"))
                    .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                    .sum();
        } catch (IOException _) {
            return 0; // it has just ended
        }
    }
}
