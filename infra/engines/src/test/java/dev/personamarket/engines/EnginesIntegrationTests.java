package dev.personamarket.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import redis.clients.jedis.Jedis;

class EnginesIntegrationTests {

    @TempDir
    Path directory;

    @Test
    void postgresKeepsWhatWasStoredWhenStartedAgain() throws Exception {
        for (var expectedRows : List.of(1, 2)) {
            try (var postgres = PostgresEngine.start(directory, Ports.free(), PostgresEngine.Durability.SAFE)) {
                postgres.ensureDatabase("shop", "keeper", "secret");
                var url = "jdbc:postgresql://localhost:%d/shop".formatted(postgres.port());
                try (var connection = DriverManager.getConnection(url, "keeper", "secret");
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE TABLE IF NOT EXISTS visits (at timestamptz DEFAULT now())");
                    statement.execute("INSERT INTO visits DEFAULT VALUES");
                    var rows = statement.executeQuery("SELECT count(*) FROM visits");
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(expectedRows);
                }
            }
        }
    }

    @Test
    void kafkaKeepsItsTopicsWhenStartedAgain() throws Exception {
        for (var known : List.of(false, true)) {
            try (var kafka = KafkaEngine.start(directory, Ports.free());
                    var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get().contains("visits")).isEqualTo(known);
                if (!known) {
                    admin.createTopics(List.of(new NewTopic("visits", 1, (short) 1))).all().get();
                }
            }
        }
    }

    @Test
    void redisKeepsItsKeysWhenStartedAgain() {
        for (var expected : List.of(1L, 2L)) {
            try (var redis = RedisEngine.start(directory, Ports.free());
                    var client = new Jedis("localhost", redis.port())) {
                assertThat(client.incr("visits")).isEqualTo(expected);
            }
        }
    }
}
