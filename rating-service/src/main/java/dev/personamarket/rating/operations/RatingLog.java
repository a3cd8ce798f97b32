package dev.personamarket.rating.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;

import dev.personamarket.defaults.operations.CannotRunException;
import dev.personamarket.defaults.operations.Patience;
import dev.personamarket.rating.rating.RatingTopic;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The topic of this service, from its beginning to where it ends when reading begins. No group notes the place. */
class RatingLog {

    private static final Set<String> TYPES = Set.of("marketplace.RatingSubmitted.v1", "marketplace.RatingWithdrawn.v1",
            "marketplace.RatingVerified.v1", "marketplace.SummaryRecounted.v1");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Map<String, Object> AT_ONCE = Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);

    /** An event: its id, its type and its value as JSON. */
    record Entry(String id, String type, String value) {

        private static Entry from(ConsumerRecord<String, byte[]> message) {
            var type = header(message, "ce_type");
            if (!TYPES.contains(type) || message.value() == null) {
                throw new CannotRunException("%s-%d has no event of this service at %d, but %s".formatted(
                        message.topic(), message.partition(), message.offset(), type.isEmpty() ? "no event" : type));
            }
            return new Entry(header(message, "ce_id"), type, new String(message.value(), UTF_8));
        }

        private static String header(ConsumerRecord<String, byte[]> message, String name) {
            var header = message.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), UTF_8);
        }
    }

    private final Map<String, Object> settings;
    private final Duration patience;

    RatingLog(ConsumerFactory<?, ?> consumers, Duration patience) {
        settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.keySet().removeAll(Set.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        settings.putAll(AT_ONCE);
        this.patience = patience;
    }

    /**
     * All events, some at a time, in the order of each partition; waits for the broker on a thread of its own. Fails with
     * {@link CannotRunException} at what is no event of this service, and when the broker gives no more.
     */
    Flux<List<Entry>> entries() {
        return Flux.using(this::open, this::read, Consumer::close).subscribeOn(Schedulers.boundedElastic());
    }

    private Consumer<String, byte[]> open() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Flux<List<Entry>> read(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(RatingTopic.NAME).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return Flux.generate(new Rest(consumer, consumer.endOffsets(partitions), new Patience(patience,
                left -> "Kafka gives no more, though %,d events are left".formatted(left)))::next);
    }

    /** What is left to be read. */
    private record Rest(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Patience patience) {

        void next(SynchronousSink<List<Entry>> sink) {
            var left = left();
            if (left == 0) {
                sink.complete();
                return;
            }
            patience.see(left);
            var records = consumer.poll(POLL);
            sink.next(records.partitions().stream().flatMap(partition -> records.records(partition).stream())
                    .map(Entry::from).toList());
        }

        private long left() {
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey()))).sum();
        }
    }
}
