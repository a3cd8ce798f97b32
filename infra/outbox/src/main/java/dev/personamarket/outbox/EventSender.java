package dev.personamarket.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

import dev.personamarket.outbox.OutboxTable.Row;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Sends rows as CloudEvents in Kafka's binary mode: attributes as headers, the payload as the value.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *      protocol binding</a>
 */
final class EventSender {

    private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final String source;
    private final Duration timeout;

    EventSender(KafkaTemplate<String, byte[]> kafka, String service, Duration timeout) {
        this.kafka = kafka;
        this.source = "/" + service;
        this.timeout = timeout;
    }

    /**
     * Sends all rows without waiting in between, in their order, and returns those that the broker has acknowledged.
     * The rest stays where it is and is tried again.
     */
    List<Row> send(List<Row> rows) throws InterruptedException {
        var sent = new ArrayList<CompletableFuture<SendResult<String, byte[]>>>(rows.size());
        for (var row : rows) {
            sent.add(kafka.send(toRecord(row)));
        }
        kafka.flush();
        return acknowledged(rows, sent);
    }

    private List<Row> acknowledged(List<Row> rows, List<? extends CompletableFuture<?>> sent)
            throws InterruptedException {
        var acknowledged = new ArrayList<Row>(rows.size());
        for (var i = 0; i < rows.size(); i++) {
            try {
                sent.get(i).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
                acknowledged.add(rows.get(i));
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("Event {} ({}) was not taken by the broker and stays in the outbox", rows.get(i).id(),
                        rows.get(i).type(), e);
            }
        }
        return acknowledged;
    }

    private ProducerRecord<String, byte[]> toRecord(Row row) {
        var kafkaRecord = new ProducerRecord<>(row.topic(), row.key(), row.payload().getBytes(UTF_8));
        var headers = kafkaRecord.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.id().toString());
        add(headers, "ce_type", row.type());
        add(headers, "ce_source", source);
        add(headers, "ce_time", row.occurredAt().toString());
        add(headers, "ce_subject", row.key());
        add(headers, "ce_dataschema", "urn:personamarket:" + row.type());
        add(headers, "content-type", "application/json");
        if (row.traceparent() != null) {
            add(headers, "traceparent", row.traceparent());
        }
        return kafkaRecord;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
