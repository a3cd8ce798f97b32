package dev.personamarket.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The unpacked applications and how their JVMs are started. A cache beside an application, written by a training run,
 * halves its start; the JVM passes over one that does not fit the application any more.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: ahead-of-time command-line ergonomics</a>
 */
record Runtimes(Path directory) {

    /**
     * How large one application may become.
     *
     * @param heap      in MiB
     * @param optimised whether what runs often is compiled once more, and better: half of the work for each request, for
     *                  some 100 MiB and a minute of a core
     */
    record Size(int heap, boolean optimised) {

        private static final String QUICK = "-XX:TieredStopAtLevel=1";

        /** A fifth of the usual calls until something is compiled well, as a request runs most of it only once. */
        private static final List<String> EAGER = List.of("-XX:Tier4InvocationThreshold=1000",
                "-XX:Tier4MinInvocationThreshold=200", "-XX:Tier4CompileThreshold=3000");

        static Size small(int heap) {
            return new Size(heap, false);
        }

        static Size busy(int heap) {
            return new Size(heap, true);
        }

        private List<String> options() {
            var heapOption = "-Xmx" + heap + "m";
            return Stream.concat(Stream.of(heapOption), optimised ? EAGER.stream() : Stream.of(QUICK)).toList();
        }
    }

    /** What to do about the caches. */
    enum Use {
        CACHE, TRAIN
    }

    /**
     * Small and quick to start, for seven JVMs on one machine: one collector thread, little heap. Room for code and
     * classes costs nothing until it is used, but each time that either meets its threshold, the whole heap is collected.
     */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-Xss512k",
            "-XX:ReservedCodeCacheSize=128m", "-XX:MetaspaceSize=128m",
            "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:MaxDirectMemorySize=64m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable",
            "-Xlog:all=off", "-Dio.netty.allocator.maxOrder=3", "-Dspring.main.banner-mode=off",
            "-Dlogging.pattern.console=%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%wEx");

    /** The applications that start slowly, since no training run has met them as they are now; in alphabetical order. */
    List<String> unprepared() {
        return applications().filter(home -> !Files.exists(cache(home))).map(home -> home.getFileName().toString())
                .sorted().toList();
    }

    /** Whether there has been a training run since the applications were unpacked for the first time. */
    boolean anyPrepared() {
        return applications().anyMatch(home -> Files.exists(cache(home)));
    }

    private Stream<Path> applications() {
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cache(Path home) {
        return home.resolve("app.aot");
    }

    /** The command that starts an application. */
    List<String> command(String application, Size size, Use use) {
        var home = directory.resolve(application);
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(SMALL);
        command.addAll(size.options());
        command.add((use == Use.TRAIN ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + cache(home));
        command.addAll(List.of("-jar", home.resolve("app.jar").toString()));
        return command;
    }
}
