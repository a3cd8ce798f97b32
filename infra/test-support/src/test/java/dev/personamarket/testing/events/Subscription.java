package dev.personamarket.testing.events;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public record Subscription(String topic, Set<Class<?>> records, Set<String> types) {

    public static Subscription to(String topic, Class<?>... records) {
        return new Subscription(topic, Set.of(records), Arrays.stream(records).map(Subscription::type)
                .collect(Collectors.toSet()));
    }

    public Subscription ignoring(String... more) {
        return new Subscription(topic, records, Stream.concat(types.stream(), Arrays.stream(more))
                .collect(Collectors.toSet()));
    }

    private static String type(Class<?> incoming) {
        return Objects.requireNonNull(incoming.getAnnotation(IncomingEvent.class)).value();
    }
}
