package dev.personamarket.defaults.listening;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

import tools.jackson.databind.json.JsonMapper;

/** One listening container for each subscription; they run from the application's start to its end. */
final class Listeners implements SmartLifecycle {

    /**
     * How long a poll waits for events. The consumer of the newer protocol asks for some only when a poll begins, and
     * where none come at once, not again before its next heartbeat or poll (kafka-clients 4.2.2): with longer polls a
     * single event was heard up to a second late.
     */
    private static final Duration POLL = Duration.ofMillis(100);

    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    private Listeners(List<ConcurrentMessageListenerContainer<String, byte[]>> containers) {
        this.containers = containers;
    }

    /** What all containers have in common. */
    record Recipe(String consumer, ConsumerFactory<String, byte[]> consumers, DeadLetters deadLetters, Inbox inbox,
            JsonMapper json, ListeningProperties properties) {

        Listeners listeners(List<Subscription> subscriptions) {
            return new Listeners(subscriptions.stream().map(this::container).toList());
        }

        private ConcurrentMessageListenerContainer<String, byte[]> container(Subscription subscription) {
            var settings = new ContainerProperties(subscription.topic());
            settings.setGroupId(consumer + properties.groupSuffix());
            var listener = new EventListener(consumer, subscription, inbox, json, properties);
            settings.setMessageListener(subscription.isBatched() ? new BatchEventListener(listener) : listener);
            settings.getKafkaConsumerProperties().setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    String.valueOf(properties.atOnce()));
            settings.setObservationEnabled(true);
            settings.setPollTimeout(POLL.toMillis());
            settings.setAckMode(ContainerProperties.AckMode.TIME);
            settings.setAckTime(properties.commitInterval().toMillis());
            var container = new ConcurrentMessageListenerContainer<>(consumers, settings);
            container.setConcurrency(properties.concurrency());
            container.setBeanName(subscription.topic());
            container.setCommonErrorHandler(deadLetters.handler(subscription.topic()));
            return container;
        }
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(ConcurrentMessageListenerContainer::isRunning);
    }
}
