package dev.personamarket.defaults.problems;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;

import dev.personamarket.defaults.Causes;
import dev.personamarket.defaults.database.DatabaseFailures;

/** Which problem an exception is, wherever it comes from. */
final class Problems {

    private static final Map<HttpStatus, String> SLUGS = Map.of(HttpStatus.BAD_REQUEST, "invalid-request",
            HttpStatus.NOT_FOUND, "not-found", HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable", HttpStatus.CONTENT_TOO_LARGE, "content-too-large",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");

    private Problems() {}

    static ErrorResponse of(Throwable error) {
        return switch (error) {
            case AuthenticationException _ ->
                Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-needed", "This needs a signed-in user.");
            case AccessDeniedException _ ->
                Problem.of(HttpStatus.FORBIDDEN, "not-allowed", "You are signed in, but may not do this.");
            case Throwable tooLarge when Causes.include(tooLarge, DataBufferLimitException.class) ->
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large",
                        "The request is larger than is read here.");
            case WebExchangeBindException invalid -> Problem.invalid(faults(invalid));
            case MethodValidationResult invalid when invalid instanceof ErrorResponse response
                    && response.getStatusCode().is4xxClientError() ->
                Problem.invalid(faults(invalid));
            case ErrorResponse response -> typed(response);
            case Throwable away when DatabaseFailures.isAway(away) ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable",
                        "The service cannot reach its data right now. Nothing was changed; try again soon.")
                        .retryAfter(Duration.ofSeconds(5));
            default -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
                    "Something went wrong on our side. It has been written down.");
        };
    }

    private static List<FieldFault> faults(WebExchangeBindException invalid) {
        return invalid.getAllErrors().stream().map(error -> new FieldFault(
                error instanceof FieldError field ? field.getField() : error.getObjectName(),
                text(error.getDefaultMessage())))
                .toList();
    }

    private static List<FieldFault> faults(MethodValidationResult invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream().map(error -> new FieldFault(
                        error instanceof FieldError field
                                ? field.getField()
                                : Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "request"),
                        text(error.getDefaultMessage()))))
                .toList();
    }

    private static String text(@Nullable String message) {
        return Objects.requireNonNullElse(message, "is not allowed");
    }

    /** Gives the framework's own errors, which have no type, one of ours. */
    private static ErrorResponse typed(ErrorResponse response) {
        var status = HttpStatus.resolve(response.getStatusCode().value());
        var body = response.getBody();
        if (status != null && (body.getType() == null || "about:blank".equals(body.getType().toString()))) {
            body.setType(URI
                    .create("/problems/" + SLUGS.getOrDefault(status, status.name().toLowerCase().replace('_', '-'))));
        }
        return response;
    }
}
