package dev.personamarket.catalog.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.Problem;

/**
 * What to look for; what is null lets everything pass.
 *
 * @param from at this time or later
 * @param to   before this time
 */
record AuditFilter(@Nullable UUID personality, @Nullable String category, @Nullable UUID actor,
        @Nullable Action action, @Nullable Instant from, @Nullable Instant to) {

    /** What the database can take for a time. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    AuditFilter {
        refuseFarTimes("from", from);
        refuseFarTimes("to", to);
    }

    String condition() {
        var conditions = new ArrayList<String>();
        conditions.add("TRUE");
        parameters().keySet().forEach(name -> conditions.add(switch (name) {
            case "personality" -> "personality_id = :personality";
            case "actor" -> "actor_id = :actor";
            case "from" -> "happened_at >= :from";
            case "to" -> "happened_at < :to";
            default -> "%1$s = :%1$s".formatted(name);
        }));
        return String.join(" AND ", conditions);
    }

    /** The values of what the condition names. */
    Map<String, Object> parameters() {
        var parameters = new TreeMap<String, Object>();
        put(parameters, "personality", personality);
        put(parameters, "category", category);
        put(parameters, "actor", actor);
        put(parameters, "action", action == null ? null : action.code());
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static void refuseFarTimes(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw Problem.invalid(name, "must be a time of the years 1 to 9999");
        }
    }
}
