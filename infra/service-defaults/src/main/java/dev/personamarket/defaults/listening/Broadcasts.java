package dev.personamarket.defaults.listening;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;

import tools.jackson.databind.json.JsonMapper;

/** Makes listeners to broadcasts. */
public final class Broadcasts {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcasts.class);

    private final DefaultKafkaConsumerFactory<String, byte[]> consumers;
    private final KafkaAdmin admin;
    private final JsonMapper json;
    private final BroadcastProperties properties;
    private final long maxValue;

    Broadcasts(ConsumerFactory<String, byte[]> consumers, KafkaAdmin admin, JsonMapper json,
            BroadcastProperties properties, ListeningProperties listening) {
        this.consumers = withoutGroup(consumers);
        this.admin = admin;
        this.json = json;
        this.properties = properties;
        this.maxValue = listening.maxValue().toBytes();
    }

    /** A listener for as long as the application runs, as a bean. */
    public <T> BroadcastListener<T> listener(List<Broadcast<T>> broadcasts, Audience<T> audience) {
        return new BroadcastListener<>(broadcasts, audience, this);
    }

    /**
     * A group would be told of places that are none of its own. Without one the consumer of the newer protocol asks for
     * records only when its poll begins, and hears of a single one up to five seconds late (kafka-clients 4.2.2); the
     * classic one goes on asking. Where an offset is gone, listening begins anew.
     */
    private static DefaultKafkaConsumerFactory<String, byte[]> withoutGroup(ConsumerFactory<String, byte[]> usual) {
        var settings = new HashMap<>(usual.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(settings);
        usual.getListeners().forEach(consumers::addListener);
        return consumers;
    }

    Survey survey(Set<String> topics) {
        return new Survey(admin.getConfigurationProperties(), topics, properties, Clock.systemUTC());
    }

    BroadcastProperties properties() {
        return properties;
    }

    <T> KafkaMessageListenerContainer<String, byte[]> container(Beginning beginning,
            Map<String, Broadcast<T>> broadcasts, Audience<T> audience) {
        var partitions = beginning.partitions().list();
        var places = IntStream.range(0, partitions.size()).boxed().collect(Collectors.toMap(partitions::get, i -> i));
        var settings = new ContainerProperties(offsets(beginning));
        settings.setIdleBetweenPolls(properties.tick().toMillis());
        settings.setMessageListener((BatchMessageListener<String, byte[]>) messages -> audience.hear(messages.stream()
                .map(message -> heard(message, places, broadcasts)).toList()));
        var container = new KafkaMessageListenerContainer<>(consumers, settings);
        container.setBeanName("broadcasts");
        container.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
        return container;
    }

    private static TopicPartitionOffset[] offsets(Beginning beginning) {
        var partitions = beginning.partitions().list();
        return IntStream.range(0, partitions.size())
                .mapToObj(i -> new TopicPartitionOffset(partitions.get(i).topic(), partitions.get(i).partition(),
                        beginning.from().get(i)))
                .toArray(TopicPartitionOffset[]::new);
    }

    private <T> Heard<T> heard(ConsumerRecord<String, byte[]> message, Map<TopicPartition, Integer> places,
            Map<String, Broadcast<T>> broadcasts) {
        int place = places.getOrDefault(new TopicPartition(message.topic(), message.partition()), -1);
        return new Heard<>(place, message.offset(), content(message, broadcasts.get(message.topic())));
    }

    private <T> @Nullable T content(ConsumerRecord<String, byte[]> message, @Nullable Broadcast<T> broadcast) {
        try {
            return broadcast == null
                    ? null
                    : broadcast.read(CloudEvent.from(message, maxValue), json).orElse(null);
        } catch (UnreadableEventException e) {
            LOG.warn("{}-{}@{} is passed over: {}", message.topic(), message.partition(), message.offset(),
                    e.getMessage());
            return null;
        }
    }
}
