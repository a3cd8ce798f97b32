package dev.personamarket.defaults.listening;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.database.Migrations;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

/** Turns each {@link Subscription} of the application into a listener with an inbox and a dead-letter topic. */
@AutoConfiguration(afterName = {"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration"})
@ConditionalOnBean(Subscription.class)
@EnableConfigurationProperties(ListeningProperties.class)
public class ListeningAutoConfiguration {

    private static final Map<String, Object> DEAD_LETTER_PRODUCER = Map.of(ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);

    @Bean
    FlywayConfigurationCustomizer inboxMigrations() {
        return Migrations.in("classpath:db/inbox");
    }

    @Bean
    KafkaAdmin.NewTopics deadLetterTopics(List<Subscription> subscriptions,
            @Value("${spring.application.name}") String consumer) {
        return new KafkaAdmin.NewTopics(subscriptions.stream()
                .map(subscription -> DeadLetters.newTopic(subscription.topic(), consumer)).toArray(NewTopic[]::new));
    }

    @Bean
    Inbox inbox(DatabaseClient database, ReactiveTransactionManager transactions) {
        return new Inbox(database, TransactionalOperator.create(transactions));
    }

    @Bean
    Periodically inboxCleaning(Inbox inbox, ListeningProperties properties) {
        return Periodically.every(Duration.ofHours(1), "Forgetting old events",
                () -> inbox.forget(properties.inboxRetention()));
    }

    @Bean
    DeadLetters deadLetters(ProducerFactory<?, ?> producers, KafkaAdmin topics, ListeningProperties properties,
            MeterRegistry meters,
            @Value("${spring.application.name}") String consumer) {
        return new DeadLetters(consumer, bytesTemplate(producers), topics, properties, meters);
    }

    @Bean
    Listeners listeners(List<Subscription> subscriptions, ConsumerFactory<?, ?> consumers, DeadLetters deadLetters,
            Inbox inbox, JsonMapper json, ListeningProperties properties,
            @Value("${spring.application.name}") String consumer) {
        return new Listeners.Recipe(consumer, bytesConsumers(consumers), deadLetters, inbox, json, properties)
                .listeners(subscriptions);
    }

    @Bean
    CopyHealthIndicator copyHealthIndicator(List<Subscription> subscriptions, KafkaAdmin admin,
            ListeningProperties properties, @Value("${spring.application.name}") String consumer) {
        return new CopyHealthIndicator(
                () -> new Backlog(admin.getConfigurationProperties(), consumer + properties.groupSuffix()),
                subscriptions.stream().map(Subscription::topic).toList());
    }

    @SuppressWarnings("unchecked") // the serializers are set in service-defaults.yml
    private static KafkaTemplate<String, byte[]> bytesTemplate(ProducerFactory<?, ?> producers) {
        return new KafkaTemplate<>((ProducerFactory<String, byte[]>) producers, DEAD_LETTER_PRODUCER);
    }

    @SuppressWarnings("unchecked") // the deserializers are set in service-defaults.yml
    private static ConsumerFactory<String, byte[]> bytesConsumers(ConsumerFactory<?, ?> consumers) {
        return (ConsumerFactory<String, byte[]>) consumers;
    }
}
