package dev.personamarket.defaults.listening;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * What every instance of a service hears of one topic, each for itself. No group shares the work and nothing is noted as
 * done; an event that nobody reads here is passed over. Whatever has to have an effect is read by a
 * {@link Subscription}.
 *
 * @param <T> what events are read as
 */
public final class Broadcast<T> {

    private record Reading<E, T>(Class<E> type, Function<E, T> meaning) {

        T of(CloudEvent event, JsonMapper json) {
            var body = event.as(type, json);
            try {
                return meaning.apply(body);
            } catch (RuntimeException e) {
                throw new UnreadableEventException("The value lacks what is read of a " + event.type(), e);
            }
        }
    }

    private final String topic;
    private final Map<String, Reading<?, T>> readings;

    private Broadcast(String topic, Map<String, Reading<?, T>> readings) {
        this.topic = topic;
        this.readings = Map.copyOf(readings);
    }

    /** A broadcast of the topic in which nothing is read yet. */
    public static <T> Broadcast<T> of(String topic) {
        return new Broadcast<>(topic, Map.of());
    }

    /** Reads events that the record's {@link IncomingEvent} names. */
    public <E> Broadcast<T> on(Class<E> event, Function<E, T> meaning) {
        var incoming = Objects.requireNonNull(event.getAnnotation(IncomingEvent.class),
                event + " lacks @IncomingEvent");
        var more = new HashMap<>(readings);
        more.put(incoming.value(), new Reading<>(event, meaning));
        return new Broadcast<>(topic, more);
    }

    public String topic() {
        return topic;
    }

    /** The records that events are read into. */
    public Set<Class<?>> records() {
        return readings.values().stream().map(Reading::type).collect(Collectors.toUnmodifiableSet());
    }

    /** All event types that are read. */
    public Set<String> types() {
        return readings.keySet();
    }

    /** What the event means here; nothing, if its type is none of those that are read. */
    Optional<T> read(CloudEvent event, JsonMapper json) {
        return Optional.ofNullable(readings.get(event.type())).map(reading -> reading.of(event, json));
    }
}
