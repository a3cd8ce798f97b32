package dev.personamarket.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured: printed as a table on the way, and as one line of {@code key=value} at the end. */
final class Figures {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Notes a figure; the key ends with its unit, such as {@code healthy_s}. */
    Figures add(String key, double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        values.put(key, text);
        System.out.printf("  %-28s %12s%n", key, text);
        return this;
    }

    @Override
    public String toString() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
