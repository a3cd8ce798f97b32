package dev.personamarket.simulators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A thread-safe map that forgets its oldest entries, so that a long load test cannot fill the small heap. */
public final class BoundedMap<K, V> {

    private final Map<K, V> entries;

    public BoundedMap(int capacity) {
        entries = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Removes and returns the value, in one step: of two concurrent callers only one gets it. */
    public synchronized Optional<V> take(K key) {
        return Optional.ofNullable(entries.remove(key));
    }

    public synchronized Optional<V> update(K key, UnaryOperator<V> change) {
        return Optional.ofNullable(entries.computeIfPresent(key, (_, value) -> change.apply(value)));
    }

    public synchronized void removeIf(Predicate<V> unwanted) {
        entries.values().removeIf(unwanted);
    }

    /** Oldest first. */
    public synchronized List<V> values() {
        return List.copyOf(entries.values());
    }

    public synchronized void clear() {
        entries.clear();
    }
}
