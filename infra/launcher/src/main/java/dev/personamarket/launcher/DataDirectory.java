package dev.personamarket.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Everything that outlives a run, in one directory; and the list of processes, in case a run was killed. */
record DataDirectory(Path path) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    DataDirectory {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new LaunchException("the data directory %s cannot be made: %s".formatted(path, e.getMessage()));
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Removes all content. */
    void empty() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).filter(file -> !file.equals(path)).forEach(DataDirectory::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes a process, so that the next run can end it if this one has no chance to. */
    void remember(ProcessHandle process) {
        var started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        try {
            Files.writeString(processes(), "%d %d%n".formatted(process.pid(), started), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets all processes: they have been stopped. */
    void forgetProcesses() {
        delete(processes());
    }

    /** Ends what a run that was killed has left behind: its services, and the engines that are processes. */
    void endLeftovers() {
        var leftovers = Stream.concat(remembered(), postmaster()).filter(ProcessHandle::isAlive).toList();
        leftovers.forEach(ProcessHandle::destroy);
        leftovers.forEach(DataDirectory::awaitEnd);
        forgetProcesses();
    }

    private Stream<ProcessHandle> remembered() {
        return lines(processes()).stream().map(line -> line.split(" ")).filter(fields -> fields.length == 2)
                .flatMap(fields -> ProcessHandle.of(Long.parseLong(fields[0])).stream()
                        .filter(process -> process.info().startInstant().map(Instant::toEpochMilli)
                                .filter(Long.valueOf(fields[1])::equals).isPresent()));
    }

    /** PostgreSQL notes itself in its directory. */
    private Stream<ProcessHandle> postmaster() {
        return lines(resolve("postgres/postmaster.pid")).stream().limit(1)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void awaitEnd(ProcessHandle process) {
        var end = process.onExit().completeOnTimeout(process, GRACE.toSeconds(), TimeUnit.SECONDS);
        CompletableFuture.allOf(end).join();
        process.destroyForcibly();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path processes() {
        return resolve("processes");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
