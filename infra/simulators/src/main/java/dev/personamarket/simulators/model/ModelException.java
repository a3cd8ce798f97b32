package dev.personamarket.simulators.model;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error in the shape of OpenAI's. */
final class ModelException extends RuntimeException {

    private final HttpStatus status;
    private final Detail error;
    private final boolean retryable;

    private ModelException(HttpStatus status, String type, @Nullable String param, @Nullable String code,
            String message, boolean retryable) {
        super(message);
        this.status = status;
        this.error = new Detail(message, type, param, code);
        this.retryable = retryable;
    }

    static ModelException badRequest(@Nullable String param, String message) {
        return new ModelException(HttpStatus.BAD_REQUEST, "invalid_request_error", param, null, message, false);
    }

    static ModelException wrongKey() {
        return new ModelException(HttpStatus.UNAUTHORIZED, "invalid_request_error", null, "invalid_api_key",
                "Incorrect API key provided.", false);
    }

    static ModelException unknownModel(String model) {
        return new ModelException(HttpStatus.NOT_FOUND, "invalid_request_error", null, "model_not_found",
                "The model `%s` does not exist or you do not have access to it.".formatted(model), false);
    }

    static ModelException unknownUrl(String method, String path) {
        return new ModelException(HttpStatus.NOT_FOUND, "invalid_request_error", null, null,
                "Invalid URL (%s %s)".formatted(method, path), false);
    }

    static ModelException overloaded() {
        return new ModelException(HttpStatus.SERVICE_UNAVAILABLE, "server_error", null, null,
                "The server is overloaded or not ready yet.", false);
    }

    static ModelException internal() {
        return new ModelException(HttpStatus.INTERNAL_SERVER_ERROR, "server_error", null, null,
                "The server had an error while processing your request.", false);
    }

    static ModelException rateLimited(boolean saysWhenToRetry) {
        return new ModelException(HttpStatus.TOO_MANY_REQUESTS, "requests", null, "rate_limit_exceeded",
                "Rate limit reached for requests.", saysWhenToRetry);
    }

    static ModelException insufficientQuota() {
        return new ModelException(HttpStatus.TOO_MANY_REQUESTS, "insufficient_quota", null, "insufficient_quota",
                "You exceeded your current quota, please check your plan and billing details.", false);
    }

    HttpStatus status() {
        return status;
    }

    boolean saysWhenToRetry() {
        return retryable;
    }

    Map<String, Detail> body() {
        return Map.of("error", error);
    }

    /** The object behind {@code error}. */
    record Detail(String message, String type, @Nullable String param, @Nullable String code) {}
}
