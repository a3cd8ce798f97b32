package dev.personamarket.defaults.listening;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An event as it comes in Kafka's binary mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *      protocol binding</a>
 */
record CloudEvent(String id, String type, byte[] value) {

    /** Reads the attributes. A record without id, type or value, or with too long a value, is unreadable. */
    static CloudEvent from(ConsumerRecord<String, byte[]> message, long maxBytes) {
        if (message.value() == null) {
            throw new UnreadableEventException("The record has no value");
        }
        if (message.value().length > maxBytes) {
            throw new UnreadableEventException(
                    "The value has %d bytes, more than %d".formatted(message.value().length, maxBytes));
        }
        return new CloudEvent(header(message, "ce_id"), header(message, "ce_type"), message.value());
    }

    /** The value as the reader's own record; unreadable if it is none. */
    <E> E as(Class<E> type, JsonMapper json) {
        try {
            return json.readValue(value, type);
        } catch (JacksonException e) {
            throw new UnreadableEventException("The value is not a readable " + this.type, e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEventException("The record has no header " + name);
        }
        return new String(header.value(), UTF_8);
    }
}
