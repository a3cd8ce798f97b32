package dev.personamarket.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.database.Migrations;
import io.micrometer.tracing.Tracer;
import tools.jackson.databind.json.JsonMapper;

/** The one door of this jar: an {@link Outbox} to put events into, its table, its relay, its metrics. */
@AutoConfiguration(afterName = {"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
        "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration",
        "dev.personamarket.defaults.database.DatabaseAutoConfiguration"})
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    @Bean
    FlywayConfigurationCustomizer outboxMigrations() {
        return Migrations.in("classpath:db/outbox");
    }

    @Bean
    Outbox outbox(DatabaseClient database, JsonMapper json, ObjectProvider<Tracer> tracer,
            ObjectProvider<OutboxRelay> relay) {
        return new Outbox(database, withoutNulls(json), traceparent(tracer),
                () -> relay.ifAvailable(OutboxRelay::wake));
    }

    /** In events an optional property is absent, never null: so the schemas say. */
    private static JsonMapper withoutNulls(JsonMapper json) {
        return json.rebuild().changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    }

    /** Sampled or not, in the form of <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C</a>. */
    private static Supplier<@Nullable String> traceparent(ObjectProvider<Tracer> tracer) {
        return () -> {
            var found = tracer.getIfAvailable();
            var context = found == null ? null : found.currentTraceContext().context();
            return context == null
                    ? null
                    : "00-%s-%s-%s".formatted(context.traceId(), context.spanId(),
                            Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
        };
    }

    /** Sending, and looking after it. A program that only appends leaves it to others. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "marketplace.outbox.relay", matchIfMissing = true)
    static class Relaying {

        /**
         * The relay batches by itself, so the producer does not linger; idempotence keeps the order per key. A value may
         * have 4 MiB, more than the topics take: the broker decides. All deadlines are below the relay's own.
         */
        private static final Map<String, Object> PRODUCER = Map.of(ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);

        @Bean
        OutboxRelay outboxRelay(JdbcConnectionDetails database, ProducerFactory<?, ?> producers, KafkaAdmin topics,
                OutboxProperties properties, @Value("${spring.application.name}") String service) {
            var sender = new EventSender(bytesTemplate(producers), service, properties.sendTimeout());
            return new OutboxRelay(new RelayConnections(database), sender, topics, properties);
        }

        @SuppressWarnings("unchecked") // the serializers are set in service-defaults.yml
        private static KafkaTemplate<String, byte[]> bytesTemplate(ProducerFactory<?, ?> producers) {
            return new KafkaTemplate<>((ProducerFactory<String, byte[]>) producers, PRODUCER);
        }

        @Bean
        OutboxMetrics outboxMetrics(DatabaseClient database) {
            return new OutboxMetrics(database);
        }

        @Bean
        Periodically outboxMetricsReading(OutboxMetrics metrics) {
            return Periodically.every(Duration.ofSeconds(5), "Reading the outbox's figures", metrics::read);
        }

        @Bean
        OutboxEndpoint outboxEndpoint(DatabaseClient database, Outbox outbox) {
            return new OutboxEndpoint(database, outbox);
        }
    }
}
