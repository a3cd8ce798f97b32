package dev.personamarket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Fills the catalogue of a running marketplace as operators and neighbours do: by the load command, and by events. */
final class CatalogueData {

    private static final String BROKER = "localhost:9092";

    private final Path root;
    private final LocalData data;
    private final Generator generator;
    private final int personalities;

    CatalogueData(Path root, Path data, Generator generator, int personalities) {
        this.root = root;
        this.data = new LocalData(data);
        this.generator = generator;
        this.personalities = personalities;
    }

    /** Generates and loads them; how many in a second, or 0 if they were there before. */
    double load() throws IOException, InterruptedException, SQLException {
        var file = data.directory().resolve("generated-%d.jsonl".formatted(personalities));
        if (!Files.exists(file)) {
            try (var lines = Files.newBufferedWriter(file)) {
                for (var i = 0; i < personalities; i++) {
                    lines.append(generator.personality(i).toString()).append('\n');
                }
            }
        }
        var before = data.count("catalog", "SELECT count(*) FROM listing");
        var begin = System.nanoTime();
        var command = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar",
                root.resolve("infra/launcher/target/runtime/catalog-service/app.jar").toString(), "load",
                file.toString())
                .inheritIO();
        data.reach(command);
        if (command.start().waitFor() != 0) {
            throw new IllegalStateException("The load failed");
        }
        var loaded = data.count("catalog", "SELECT count(*) FROM listing") - before;
        return loaded * 1e9 / (System.nanoTime() - begin);
    }

    /** Lets a fifth be rated and a tenth be deployed, some of them much more than others. */
    void giveStandings() throws SQLException, InterruptedException {
        var random = new SplittableRandom(7);
        var ids = ids();
        var before = data.count("catalog", "SELECT count(*) FROM inbox");
        var sent = 0;
        try (var kafka = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", BROKER, "linger.ms", 20),
                new StringSerializer(), new StringSerializer())) {
            for (var i = 0; i < ids.size(); i++) {
                var weight = 1 + ids.size() / (20 + random.nextInt(ids.size()));
                if (i % 5 == 0) {
                    kafka.send(rating(ids.get(i), random, weight));
                    sent++;
                }
                if (i % 10 == 0) {
                    kafka.send(deployment(ids.get(i), weight));
                    sent++;
                }
            }
        }
        data.await("catalog", "SELECT count(*) FROM inbox", before + sent);
    }

    /** Waits until all that was told is heard by everybody, and cleans up as autovacuum would by and by. */
    void settle() throws SQLException, InterruptedException {
        data.await("catalog", "SELECT -count(*) FROM outbox WHERE published_at IS NULL", 0);
        var published = data.count("catalog", "SELECT count(*) FROM outbox WHERE topic = 'marketplace.personalities'");
        data.await("rating", "SELECT count(*) FROM inbox", published);
        data.await("deployment", "SELECT count(*) FROM inbox", published);
        data.await("preview", "SELECT count(*) FROM inbox", published);
        data.execute("catalog", "VACUUM (ANALYZE)");
    }

    private ProducerRecord<String, String> rating(UUID id, SplittableRandom random, int count) {
        var histogram = new int[5];
        var taste = random.nextDouble(0.4, 0.95);
        for (var i = 0; i < count; i++) {
            histogram[(int) IntStream.range(0, 4).filter(_ -> random.nextDouble() < taste).count()]++;
        }
        var average = IntStream.range(0, 5).mapToDouble(i -> (i + 1.0) * histogram[i]).sum() / count;
        return event("marketplace.ratings", "marketplace.RatingSubmitted.v1", id, """
                {"ratingId":"%s","personalityId":"%s","raterId":"%s","stars":5,"summary":{"version":%d,"count":%d,\
                "average":%.2f,"histogram":[%s]},"submittedAt":"%s"}""".formatted(UUID.randomUUID(), id,
                UUID.randomUUID(), count, count, average,
                IntStream.of(histogram).mapToObj(String::valueOf).collect(Collectors.joining(",")), Instant.now()));
    }

    private ProducerRecord<String, String> deployment(UUID id, int active) {
        return event("marketplace.deployments", "marketplace.PersonalityDeployed.v1", id, """
                {"deploymentId":"%s","personalityId":"%s","personalityVersion":1,"serverId":"1","deployedBy":"%s",\
                "standing":{"version":%d,"active":%d},"deployedAt":"%s"}""".formatted(UUID.randomUUID(), id,
                UUID.randomUUID(), active, active, Instant.now()));
    }

    private static ProducerRecord<String, String> event(String topic, String type, UUID subject, String json) {
        var event = new ProducerRecord<>(topic, subject.toString(), json);
        Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_type", type, "ce_source",
                "/benchmarks", "ce_time", Instant.now().toString(), "ce_subject", subject.toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return event;
    }

    private List<UUID> ids() throws SQLException {
        try (var connection = data.connect("catalog");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT personality_id FROM listing ORDER BY personality_id")) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
