package dev.personamarket.simulators.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request body, to be told all at once as error 50035. */
public final class FormErrors {

    private final Map<String, Object> errors = new LinkedHashMap<>();

    /** @param path dotted, an index as its own step: {@code options.0.name} */
    public FormErrors add(String path, String code, String message) {
        Map<String, Object> node = errors;
        for (String step : path.split("\\.")) {
            node = child(node, step);
        }
        node.put("_errors", List.of(Map.of("code", code, "message", message)));
        return this;
    }

    public FormErrors require(boolean fulfilled, String path, String code, String message) {
        return fulfilled ? this : add(path, code, message);
    }

    public FormErrors required(boolean present, String path) {
        return require(present, path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    public FormErrors atMost(int limit, @Nullable String value, String path) {
        return require(value == null || value.length() <= limit, path, "BASE_TYPE_MAX_LENGTH",
                "Must be %d or fewer in length.".formatted(limit));
    }

    /** @throws DiscordException 50035 when anything was wrong */
    public void raise() {
        if (!errors.isEmpty()) {
            throw toException();
        }
    }

    public DiscordException toException() {
        return DiscordException.invalidForm(errors);
    }

    @SuppressWarnings("unchecked") // nodes are only ever made here
    private static Map<String, Object> child(Map<String, Object> node, String step) {
        return (Map<String, Object>) node.computeIfAbsent(step, _ -> new LinkedHashMap<String, Object>());
    }
}
