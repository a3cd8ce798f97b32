package dev.personamarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

import dev.personamarket.engines.Engine;
import dev.personamarket.engines.KafkaEngine;
import dev.personamarket.engines.Ports;
import dev.personamarket.engines.PostgresEngine;
import dev.personamarket.engines.PostgresEngine.Durability;
import dev.personamarket.engines.RedisEngine;

/** Engines from jars, in a directory that goes with the JVM. */
final class EmbeddedEngines implements TestEngines {

    private final Path directory = temporaryDirectory();
    private final Lazy<PostgresEngine> postgres = new Lazy<>(() -> stopped(
            PostgresEngine.start(directory.resolve("postgres"), Ports.free(), Durability.NONE)));
    private final Lazy<KafkaEngine> kafka = new Lazy<>(
            () -> stopped(KafkaEngine.start(directory.resolve("kafka"), Ports.free())));
    private final Lazy<TestRedis> redis = new Lazy<>(() -> new EmbeddedRedis(directory.resolve("redis")));

    @Override
    public PostgresServer postgres() {
        return new PostgresServer("localhost", postgres.get().port(), "postgres", "postgres");
    }

    @Override
    public String bootstrapServers() {
        return kafka.get().bootstrapServers();
    }

    @Override
    public TestRedis redis() {
        return redis.get();
    }

    private static final class EmbeddedRedis implements TestRedis {

        private final Path data;
        private RedisEngine server;

        EmbeddedRedis(Path data) {
            this.data = data;
            server = RedisEngine.start(data, Ports.free());
            Runtime.getRuntime().addShutdownHook(new Thread(this::die));
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void die() {
            server.close();
        }

        @Override
        public void comeBack() {
            server = RedisEngine.start(data, server.port());
        }
    }

    private static <E extends Engine> E stopped(E engine) {
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close));
        return engine;
    }

    private static Path temporaryDirectory() {
        try {
            var directory = Files.createTempDirectory("marketplace-tests");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
