package dev.personamarket.testing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What a service's {@code Subscription} or {@code Broadcast} reads of a topic, by its own records, and what it ignores. */
record Listening(String topic, Set<Class<?>> records, Set<String> ignored) {

    static Listening of(Object subscription) {
        var records = new HashSet<Class<?>>();
        values(subscription, "records").forEach(type -> records.add((Class<?>) type));
        var ignored = new HashSet<String>();
        values(subscription, "types").forEach(type -> ignored.add((String) type));
        records.forEach(handled -> ignored.remove(EventRecords.type(handled)));
        return new Listening(String.valueOf(Reflected.call(subscription, "topic")), records, ignored);
    }

    /** Whether the service has decided what to do with events of this type. */
    boolean decides(String type) {
        return ignored.contains(type) || records.stream().anyMatch(handled -> EventRecords.type(handled).equals(type));
    }

    private static Collection<?> values(Object subscription, String method) {
        return (Collection<?>) Objects.requireNonNull(Reflected.call(subscription, method));
    }
}
