package dev.personamarket.defaults.listening;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reads a record, finds who it is for, and waits for the effect. */
final class EventListener implements MessageListener<String, byte[]> {

    private final String consumer;
    private final Subscription subscription;
    private final Inbox inbox;
    private final JsonMapper json;
    private final ListeningProperties properties;

    EventListener(String consumer, Subscription subscription, Inbox inbox, JsonMapper json,
            ListeningProperties properties) {
        this.consumer = consumer;
        this.subscription = subscription;
        this.inbox = inbox;
        this.json = json;
        this.properties = properties;
    }

    /** The one place where a thread waits: the consumer's own, which has nothing else to do until the record is done. */
    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        effectOf(CloudEvent.from(message, properties.maxValue().toBytes())).contextCapture()
                .block(properties.deadline());
    }

    private Mono<Void> effectOf(CloudEvent event) {
        if (subscription.ignores(event.type())) {
            return Mono.empty();
        }
        var handler = subscription.handler(event.type()).orElseThrow(
                () -> new UnreadableEventException("Nobody here reads events of type " + event.type()));
        return inbox.once(consumer, event.id(), effect(handler, event));
    }

    private <E> Mono<Void> effect(Subscription.Handler<E> handler, CloudEvent event) {
        var body = event.as(handler.type(), json);
        return Mono.defer(() -> handler.effect().apply(body));
    }
}
