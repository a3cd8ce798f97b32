package dev.personamarket.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** A Kafka broker that is its own controller (KRaft), inside this JVM; its log is kept in the directory. */
public final class KafkaEngine implements Engine {

    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private KafkaEngine(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on the port, formatting the directory on first use. Returns once it takes requests. */
    public static KafkaEngine start(Path directory, int port) {
        var settings = settings(directory, port, Ports.free());
        format(directory);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaEngine(server, port);
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        return Map.ofEntries(Map.entry("process.roles", "broker,controller"), Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                Map.entry("listeners",
                        "PLAINTEXT://localhost:%d,%s://localhost:%d".formatted(port, CONTROLLER, controllerPort)),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", "6"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A consumer that was killed gives up its partitions after six seconds instead of 45.
                Map.entry("group.consumer.min.session.timeout.ms", "6000"),
                Map.entry("group.consumer.session.timeout.ms", "6000"),
                Map.entry("group.consumer.min.heartbeat.interval.ms", "1000"),
                Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("log.cleaner.io.buffer.size", "131072"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"));
    }

    private static void format(Path directory) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(directory.resolve("meta.properties"))) {
                return;
            }
            new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString()).setNodeId(1)
                    .setControllerListenerName(CONTROLLER).setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString()).run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Kafka's directory " + directory, e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format Kafka's directory " + directory, e);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
