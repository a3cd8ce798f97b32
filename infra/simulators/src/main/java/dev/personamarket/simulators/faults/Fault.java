package dev.personamarket.simulators.faults;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A trouble to cause. What is given is combined: first the latency, then the connection closes, or the status goes out,
 * or the model misbehaves; with a latency alone the true answer follows.
 *
 * @param path pattern of the paths that it meets, such as {@code /api/v10/guilds/**} or {@code /v1/**}
 * @param method absent for every method
 * @param latencyMillis wait so long first
 * @param status answer so, with {@code headers} and {@code body}, instead of doing anything
 * @param body absent: an error body as Discord or the model would send it
 * @param close drop the connection without an answer
 * @param model a misbehaviour of the model
 * @param times after so many calls it is over; absent: until all faults are cleared
 */
@JsonNaming(LowerCamelCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String path, @Nullable String method, @Nullable Long latencyMillis, @Nullable Integer status,
        @Nullable Map<String, String> headers, @Nullable String body, @Nullable Boolean close,
        @Nullable ModelFault model, @Nullable Integer times) {

    /** @throws IllegalArgumentException when a value could cause nothing */
    public Fault {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException("path must be a pattern that starts with /");
        }
        if (status != null && (status < 200 || status > 599)) {
            throw new IllegalArgumentException("status must be between 200 and 599");
        }
        if (latencyMillis != null && latencyMillis < 0 || times != null && times < 1) {
            throw new IllegalArgumentException("latencyMillis must not be negative, times must be at least 1");
        }
    }

    public static Fault status(String path, int status) {
        return new Fault(path, null, null, status, null, null, null, null, null);
    }

    public static Fault latency(String path, Duration latency) {
        return new Fault(path, null, latency.toMillis(), null, null, null, null, null, null);
    }

    public static Fault closing(String path) {
        return new Fault(path, null, null, null, null, null, true, null, null);
    }

    public static Fault model(ModelFault fault) {
        return new Fault("/v1/**", null, null, null, null, null, null, fault, null);
    }

    public Fault withBody(String body, Map<String, String> headers) {
        return new Fault(path, method, latencyMillis, status, headers, body, close, model, times);
    }

    public Fault on(String method) {
        return new Fault(path, method, latencyMillis, status, headers, body, close, model, times);
    }

    public Fault times(int times) {
        return new Fault(path, method, latencyMillis, status, headers, body, close, model, times);
    }
}
