package dev.personamarket.defaults.listening;

import java.io.IOException;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

import dev.personamarket.defaults.Causes;
import dev.personamarket.defaults.database.DatabaseFailures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What happens to an event that cannot be handled: a few more tries, then the topic beside it, with the cause. */
final class DeadLetters {

    private static final String MAX_BYTES = String.valueOf(4 * 1024 * 1024);
    private static final String RETENTION = String.valueOf(30L * 24 * 60 * 60 * 1000);

    private final String consumer;
    private final KafkaTemplate<String, byte[]> kafka;
    private final KafkaAdmin topics;
    private final ListeningProperties properties;
    private final MeterRegistry meters;
    private volatile boolean topicsExist;

    DeadLetters(String consumer, KafkaTemplate<String, byte[]> kafka, KafkaAdmin topics,
            ListeningProperties properties, MeterRegistry meters) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.topics = topics;
        this.properties = properties;
        this.meters = meters;
    }

    static String topic(String topic, String consumer) {
        return topic + "." + consumer + ".dlt";
    }

    /** Takes larger values than the topics that it serves: a value that is too large is one of the reasons to be here. */
    static NewTopic newTopic(String topic, String consumer) {
        return TopicBuilder.name(topic(topic, consumer)).partitions(1).config("max.message.bytes", MAX_BYTES)
                .config("retention.ms", RETENTION).build();
    }

    CommonErrorHandler handler(String topic) {
        var counter = counter(topic);
        var recoverer = new DeadLetterPublishingRecoverer(kafka,
                (message, _) -> new TopicPartition(topic(message.topic(), consumer), 0));
        recoverer.setFailIfSendResultIsError(true);
        var handler = new DefaultErrorHandler((message, cause) -> {
            ensureTopics();
            recoverer.accept(message, cause);
            counter.increment();
        });
        handler.addNotRetryableExceptions(UnreadableEventException.class);
        handler.setBackOffFunction(this::backOff);
        handler.setResetStateOnExceptionChange(true);
        return handler;
    }

    private void ensureTopics() {
        if (!topicsExist) {
            topicsExist = topics.initialize();
        }
    }

    private Counter counter(String topic) {
        return Counter.builder("events.dead.lettered").description("Events set aside because they cannot be handled")
                .tag("topic", topic).tag("consumer", consumer).register(meters);
    }

    private BackOff backOff(ConsumerRecord<?, ?> message, Exception error) {
        var delay = new ExponentialBackOff(properties.firstDelay().toMillis(), 2);
        if (isDatabaseAway(error)) {
            delay.setMaxInterval(properties.awayDelay().toMillis());
        } else {
            delay.setMaxAttempts(properties.retries());
        }
        return delay;
    }

    private static boolean isDatabaseAway(Throwable error) {
        return DatabaseFailures.isAway(error)
                || Causes.include(error, IOException.class);
    }
}
