package dev.personamarket.defaults.listening;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service reads of one topic: which event goes to whom, and which are none of its business. A bean of this type
 * is all it takes to listen. Any event that is neither handled nor ignored goes to the dead-letter topic, so a new type
 * is met by a decision and not by silence.
 */
public final class Subscription {

    /** How one type of event is read and what several of it do, one after the other. */
    record Handler<E>(Class<E> type, Function<List<E>, Mono<Void>> effect) {

        Mono<Void> handle(List<?> events) {
            return Mono.defer(() -> effect.apply(events.stream().map(type::cast).toList()));
        }
    }

    private final String topic;
    private final Map<String, Handler<?>> handlers;
    private final Set<String> ignored;
    private final boolean batched;

    private Subscription(String topic, Map<String, Handler<?>> handlers, Set<String> ignored, boolean batched) {
        this.topic = topic;
        this.handlers = Map.copyOf(handlers);
        this.ignored = Set.copyOf(ignored);
        this.batched = batched;
    }

    /** A subscription to the topic that handles nothing yet. */
    public static Subscription to(String topic) {
        return new Subscription(topic, Map.of(), Set.of(), false);
    }

    /**
     * Hands events that the record's {@link IncomingEvent} names to the effect. The effect runs in one database
     * transaction with the note that this event was handled: it happens once, however often the record comes.
     */
    public <E> Subscription on(Class<E> event, Function<E, Mono<Void>> effect) {
        return onAll(event, events -> Flux.fromIterable(events).concatMap(effect).then());
    }

    /** As {@link #on}; of a batch, all that come in a row are handed over together, in their order. */
    public <E> Subscription onAll(Class<E> event, Function<List<E>, Mono<Void>> effect) {
        var incoming = Objects.requireNonNull(event.getAnnotation(IncomingEvent.class),
                event + " lacks @IncomingEvent");
        var more = new HashMap<>(handlers);
        more.put(incoming.value(), new Handler<>(event, effect));
        return new Subscription(topic, more, ignored, batched);
    }

    /** Passes over events of these types. */
    public Subscription ignoring(String... types) {
        var more = new HashSet<>(ignored);
        more.addAll(List.of(types));
        return new Subscription(topic, handlers, more, batched);
    }

    /**
     * Lets what comes at once take effect in one transaction, so that a busy topic costs a few journeys to the database
     * for many events. For effects that change nothing but rows of the record's key: any others could wait for each other
     * in a circle.
     */
    public Subscription inBatches() {
        return new Subscription(topic, handlers, ignored, true);
    }

    boolean isBatched() {
        return batched;
    }

    public String topic() {
        return topic;
    }

    /** Whether events of this type are known and of no interest. */
    boolean ignores(String type) {
        return ignored.contains(type);
    }

    Optional<Handler<?>> handler(String type) {
        return Optional.ofNullable(handlers.get(type));
    }

    /** The records that events are read into. */
    public Set<Class<?>> records() {
        return handlers.values().stream().map(Handler::type).collect(Collectors.toUnmodifiableSet());
    }

    /** All event types that this subscription has decided about, handled and ignored. */
    public Set<String> types() {
        var types = new HashSet<>(handlers.keySet());
        types.addAll(ignored);
        return types;
    }

    /** What several subscriptions read, by topic. */
    public static Map<String, Set<String>> types(Collection<Subscription> subscriptions) {
        return subscriptions.stream().collect(Collectors.toMap(Subscription::topic, Subscription::types));
    }
}
