package dev.personamarket.preview.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.Problem;

/** The model did not answer, or not to the end. */
public final class ModelException extends RuntimeException {

    /** The code of a failure that is nobody's but ours. */
    public static final String INTERNAL = "internal-error";

    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    private final ModelFault fault;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;

    /** The message is for operators; it must not hold what was said. */
    public ModelException(ModelFault fault, String message) {
        this(fault, message, null, fault.isRetryable(), null);
    }

    ModelException(ModelFault fault, String message, @Nullable Throwable cause, boolean retryable,
            @Nullable Duration retryAfter) {
        super(message, cause);
        this.fault = fault;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    static ModelException retryAfter(Duration wait, ModelFault fault, String message) {
        return new ModelException(fault, message, null, fault.isRetryable(), wait);
    }

    public ModelFault fault() {
        return fault;
    }

    boolean isRetryable() {
        return retryable;
    }

    /** When the model asked to be called again, if it said so. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What the caller is told of any failure while an answer is made. */
    public static Problem problemOf(Throwable error) {
        return error instanceof ModelException known
                ? known.problem()
                : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, INTERNAL, "Something went wrong on our side.");
    }

    /** What the caller is told: 503 with the time after which to try again. */
    public Problem problem() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, fault.code(), fault.detail())
                .retryAfter(retryAfter == null ? USUAL_WAIT : retryAfter);
    }
}
