package dev.personamarket.defaults.listening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import dev.personamarket.testing.TestEngines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A consumer group that nobody is in: what it has committed is what the test says. */
class CopyHealthIntegrationTests {

    private static final int PARTITIONS = 2;
    private static final int RECORDS = 5;

    private final Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestEngines.running().bootstrapServers());
    private final Admin admin = Admin.create(settings);
    private final String topic = "tests.copy." + UUID.randomUUID();
    private final String group = "copy-" + UUID.randomUUID();
    private final CopyHealthIndicator copy = new CopyHealthIndicator(() -> new Backlog(settings, group),
            List.of(topic, "tests.not-there-yet"));

    @AfterEach
    void end() {
        copy.stop();
        admin.close();
    }

    @Test
    void aCopyIsCompleteOnceItHasHeardWhatWasThereAtTheStart() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        say(RECORDS);

        copy.start();

        await().until(() -> Integer.valueOf(RECORDS).equals(left()));
        assertThat(copy.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        say(1);
        commitAll(RECORDS);
        await().until(() -> copy.health().getStatus().equals(Status.UP));
    }

    @Test
    void whereThereIsNothingToHearItIsCompleteAtOnce() {
        copy.start();

        await().until(() -> copy.health().getStatus().equals(Status.UP));
    }

    @Test
    void aBrokerThatIsNowhereToBeFoundIsLookedForAgain() {
        var nowhere = Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "broker.invalid:9092");
        var tries = new AtomicInteger();
        var patient = new CopyHealthIndicator(
                () -> new Backlog(tries.getAndIncrement() == 0 ? nowhere : settings, group), List.of(topic));
        try {
            patient.start();

            await().until(() -> patient.health().getStatus().equals(Status.UP));
            assertThat(tries).hasValue(2);
        } finally {
            patient.stop();
        }
    }

    private void say(int times) throws Exception {
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var i = 0; i < times; i++) {
                producer.send(new ProducerRecord<>(topic, "key " + i, "word")).get();
            }
        }
    }

    private Integer left() {
        return Integer.valueOf(String.valueOf(copy.health().getDetails().getOrDefault("left", -1)));
    }

    /** All that is there in each partition. */
    private void commitAll(int atLeast) throws Exception {
        var offsets = IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toMap(
                number -> new TopicPartition(topic, number), _ -> new OffsetAndMetadata(atLeast)));
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
}
