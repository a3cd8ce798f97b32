package dev.personamarket.testing;

import java.util.List;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import dev.personamarket.engines.Ports;

/** Engines in containers: the images that docker-compose.yml names too. */
final class ContainerEngines implements TestEngines {

    private static final int REDIS_PORT = 6379;

    private final Lazy<PostgreSQLContainer> postgres = new Lazy<>(() -> {
        var container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "fsync=off", "-c",
                "max_connections=120");
        container.start();
        return container;
    });
    private final Lazy<KafkaContainer> kafka = new Lazy<>(() -> {
        var container = new KafkaContainer("apache/kafka:4.2.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "6000")
                .withEnv("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "6000")
                .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "1000")
                .withEnv("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "1000");
        container.start();
        return container;
    });
    private final Lazy<TestRedis> redis = new Lazy<>(ContainerRedis::new);

    @Override
    public PostgresServer postgres() {
        var container = postgres.get();
        return new PostgresServer(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(), container.getPassword());
    }

    @Override
    public String bootstrapServers() {
        return kafka.get().getBootstrapServers();
    }

    @Override
    public TestRedis redis() {
        return redis.get();
    }

    /** On a port of our choice: one that Docker chooses would be another after each start. */
    private static final class ContainerRedis implements TestRedis {

        private final int port = Ports.free();
        private final GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse("redis:8"))
                .withCommand("redis-server", "--appendonly", "yes", "--protected-mode", "no")
                .withExposedPorts(REDIS_PORT);

        ContainerRedis() {
            container.setPortBindings(List.of(port + ":" + REDIS_PORT));
            container.start();
        }

        @Override
        public String url() {
            return "redis://%s:%d".formatted(container.getHost(), port);
        }

        @Override
        public void die() {
            container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void comeBack() {
            container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        }
    }
}
