package dev.personamarket.defaults.listening;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;

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

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        effect(message).map(List::of).ifPresent(this::await);
    }

    /** The one place where a thread waits: the consumer's own, which has nothing else to do until the records are done. */
    void await(List<Effect> effects) {
        inbox.once(consumer, effects).contextCapture().block(properties.deadline());
    }

    /** Empty when the event is none of this service's business; fails when it is unreadable. */
    Optional<Effect> effect(ConsumerRecord<String, byte[]> message) {
        var event = CloudEvent.from(message, properties.maxValue().toBytes());
        if (subscription.ignores(event.type())) {
            return Optional.empty();
        }
        var handler = subscription.handler(event.type()).orElseThrow(
                () -> new UnreadableEventException("Nobody here reads events of type " + event.type()));
        return Optional.of(new Effect(event.id(), handler, event.as(handler.type(), json)));
    }
}
