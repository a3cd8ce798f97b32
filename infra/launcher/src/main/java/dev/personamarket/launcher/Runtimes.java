package dev.personamarket.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The unpacked applications and how their JVMs are started. A cache beside an application, written by a training run,
 * halves its start; the JVM passes over one that does not fit the application any more.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: ahead-of-time command-line ergonomics</a>
 */
record Runtimes(Path directory) {

    /** What to do about the caches. */
    enum Use {
        CACHE, TRAIN
    }

    /** Small and quick to start, for seven JVMs on one machine: one compiler, one collector thread, little heap. */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40", "-XX:MaxDirectMemorySize=64m",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xlog:disable",
            "-Xlog:all=off", "-Dio.netty.allocator.maxOrder=3", "-Dspring.main.banner-mode=off",
            "-Dlogging.pattern.console=%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%wEx");

    /** Whether there has been a training run since the applications were unpacked for the first time. */
    boolean anyPrepared() {
        try (var files = Files.walk(directory, 2)) {
            return files.anyMatch(file -> file.getFileName().toString().equals("app.aot"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The command that starts an application with this much heap, in MiB. */
    List<String> command(String application, int heap, Use use) {
        var home = directory.resolve(application);
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(SMALL);
        command.add("-Xmx" + heap + "m");
        command.add((use == Use.TRAIN ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + home.resolve("app.aot"));
        command.addAll(List.of("-jar", home.resolve("app.jar").toString()));
        return command;
    }
}
