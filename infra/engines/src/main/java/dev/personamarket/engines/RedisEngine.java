package dev.personamarket.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import redis.embedded.RedisServer;

/** A Redis server as a child process, with an append-only file in the directory. */
public final class RedisEngine implements Engine {

    private final RedisServer server;
    private final int port;

    private RedisEngine(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a server on the port. Returns once it takes commands. */
    public static RedisEngine start(Path directory, int port) {
        try {
            Files.createDirectories(directory);
            var server = RedisServer.newRedisServer().port(port).bind("127.0.0.1")
                    .setting("dir " + directory.toAbsolutePath()).setting("appendonly yes")
                    .setting("save \"\"").setting("daemonize no").build();
            server.start();
            return new RedisEngine(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start Redis on port " + port, e);
        }
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop Redis on port " + port, e);
        }
    }
}
