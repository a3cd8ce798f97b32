package dev.personamarket.simulators.calls;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One request that a simulator received.
 *
 * @param path without the query
 * @param headers by lower-case name; the first value of each
 * @param body as text, at most {@value Calls#BODY_LIMIT} bytes of it
 * @param status the answer's status; absent while the answer is under way
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record Call(Instant at, String method, String path, @Nullable String query, Map<String, String> headers,
        String body, @Nullable Integer status) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase());
    }
}
