package dev.personamarket.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end of Kafka: sends what a neighbour would, and reads what was published. Safe for use by several tests. */
public final class TestKafka {

    private static final Lazy<TestKafka> RUNNING = new Lazy<>(TestKafka::new);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String servers = TestEngines.running().bootstrapServers();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers, "max.request.size", 8 * 1024 * 1024, "linger.ms", 0),
            new StringSerializer(), new ByteArraySerializer());

    private TestKafka() {}

    static TestKafka running() {
        return RUNNING.get();
    }

    /** Sends the golden sample's topic an event of this type, under a fresh id, and waits for the acknowledgement. */
    public void send(String type, String key, String json) {
        send(AsyncApi.committed().topicOf(type), type, key, json, UUID.randomUUID().toString());
    }

    /** Sends a CloudEvent in binary mode to any topic, under the given id, and waits for the acknowledgement. */
    public void send(String topic, String type, String key, String json, String id) {
        var event = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_type", type, "ce_source", "/test", "ce_time",
                Instant.now().toString(), "ce_subject", key)
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(event);
    }

    /** Sends a record as it is. */
    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the record", e);
        }
    }

    /** All records that the topic holds now; none when there is no such topic. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "allow.auto.create.topics",
                        false, "fetch.max.wait.ms", 10), // closing waits for the fetch that is under way
                new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(5)).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** Waits, at most 20 seconds, for an event of this type that the condition holds for, and returns its value. */
    public JsonNode awaitEvent(String type, Predicate<JsonNode> condition) {
        var topic = AsyncApi.committed().topicOf(type);
        return Awaitility.await("a %s on %s".formatted(type, topic)).atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50)).ignoreExceptions()
                .until(() -> events(topic, type).stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The values of all events of this type that their topic holds now. */
    public List<JsonNode> events(String type) {
        return events(AsyncApi.committed().topicOf(type), type);
    }

    private List<JsonNode> events(String topic, String type) {
        return records(topic).stream().filter(message -> type.equals(header(message, "ce_type")))
                .map(message -> JsonMapper.shared().readTree(message.value())).toList();
    }

    /** A header's text, or an empty one. */
    public static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
