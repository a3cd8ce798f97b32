package dev.personamarket.outbox;

import java.util.UUID;

/** An event that this service publishes: a record with all its fields, named by {@link EventType}. */
public interface OutgoingEvent {

    /**
     * What the event is about: the Kafka key, so that events of one subject keep their order, and CloudEvents'
     * {@code subject}. A method of this name on a record is not a property of the JSON.
     */
    UUID subject();
}
