package dev.personamarket.outbox;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Lets a test do something at the moment between a broker's acknowledgement and the relay's mark. */
public final class AfterAcknowledgement implements ProducerInterceptor<String, byte[]> {

    private static final AtomicReference<@Nullable Runnable> ACTION = new AtomicReference<>();

    static void doOnce(Runnable action) {
        ACTION.set(action);
    }

    static boolean isDone() {
        return ACTION.get() == null;
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> message) {
        return message;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception error) {
        var action = ACTION.getAndSet(null);
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
