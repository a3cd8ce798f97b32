package dev.personamarket.preview.model;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which fault an error of the model is. The texts of its errors are kept out of our own: they can quote the prompt.
 *
 * @see <a href="https://platform.openai.com/docs/guides/error-codes">Error codes</a>
 */
final class ModelErrors {

    private ModelErrors() {}

    /** An answer with an error status. */
    static ModelException of(HttpStatusCode status, HttpHeaders headers, String body) {
        var code = code(body);
        var fault = fault(status.value(), code);
        var should = headers.getFirst("X-Should-Retry");
        return new ModelException(fault, "The model answered %s %s".formatted(status.value(), code), null,
                should == null ? fault.isRetryable() : fault.isRetryable() && Boolean.parseBoolean(should),
                RetryAfter.of(headers));
    }

    /** An error in the stream, after a status that promised an answer. */
    static ModelException inStream(JsonNode error) {
        var code = error.path("code").asString("");
        return new ModelException(code.equals("insufficient_quota") ? ModelFault.QUOTA : ModelFault.BROKEN,
                "The model sent an error in the stream " + shortened(code));
    }

    /** Anything else that went wrong on the way. */
    static ModelException of(Throwable error) {
        if (error instanceof ModelException known) {
            return known;
        }
        var fault = fault(error);
        return new ModelException(fault, "The call to the model failed: " + error.getClass().getSimpleName(), error,
                fault.isRetryable(), null);
    }

    private static ModelFault fault(Throwable error) {
        if (isCausedBy(error, ConnectException.class) || isCausedBy(error, UnknownHostException.class)) {
            return ModelFault.UNAVAILABLE;
        }
        return isCausedBy(error, TimeoutException.class) ? ModelFault.TIMEOUT : ModelFault.BROKEN;
    }

    private static ModelFault fault(int status, String code) {
        return switch (status) {
            case 401, 403, 404 -> ModelFault.MISCONFIGURED;
            case 429 -> code.equals("insufficient_quota") ? ModelFault.QUOTA : ModelFault.BUSY;
            case 408, 409 -> ModelFault.UNAVAILABLE;
            default -> status >= 500 ? ModelFault.UNAVAILABLE : ModelFault.REJECTED;
        };
    }

    private static String code(String body) {
        try {
            return shortened(JsonMapper.shared().readTree(body).at("/error/code").asString(""));
        } catch (JacksonException _) {
            return "";
        }
    }

    private static String shortened(String code) {
        return code.substring(0, Math.min(code.length(), 64));
    }

    private static boolean isCausedBy(Throwable error, Class<? extends Throwable> type) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
