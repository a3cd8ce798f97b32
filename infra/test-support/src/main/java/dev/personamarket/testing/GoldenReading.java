package dev.personamarket.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

/**
 * Reads a golden sample with a consumer's own record. Since a golden sample shows every property that there is, a
 * component that stays empty reads something that nobody sends, be it nullable or not.
 */
final class GoldenReading {

    private final String type;
    private final Class<?> consumersRecord;
    private final List<String> faults = new ArrayList<>();

    private GoldenReading(String type, Class<?> consumersRecord) {
        this.type = type;
        this.consumersRecord = consumersRecord;
    }

    /** What keeps the record from reading the event, in sentences. */
    static List<String> faults(Class<?> consumersRecord) {
        var reading = new GoldenReading(EventRecords.type(consumersRecord), consumersRecord);
        reading.read();
        return reading.faults;
    }

    private void read() {
        try {
            inspect("", Contracts.read(type, consumersRecord));
        } catch (JacksonException e) {
            faults.add("%s cannot read the golden sample of %s: %s".formatted(consumersRecord.getName(), type,
                    e.getOriginalMessage()));
        } catch (AssertionError e) {
            faults.add("%s: %s".formatted(consumersRecord.getName(), e.getMessage()));
        }
    }

    private void inspect(String path, @Nullable Object value) {
        switch (value) {
            case null -> faults.add("%s reads '%s', which the golden sample of %s does not have"
                    .formatted(consumersRecord.getName(), path, type));
            case Optional<?> optional -> inspect(path, optional.orElse(null));
            case Iterable<?> items -> items.forEach(item -> inspect(path + "[]", item));
            case Record nested -> components(path, nested);
            default -> {
            }
        }
    }

    private void components(String path, Record nested) {
        for (var component : nested.getClass().getRecordComponents()) {
            inspect(path.isEmpty() ? component.getName() : path + "." + component.getName(),
                    Reflected.call(nested, component.getName()));
        }
    }
}
