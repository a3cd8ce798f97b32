package dev.personamarket.gateway.problems;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** The problem for a status of which nothing more is known. */
final class PlainProblems {

    private PlainProblems() {}

    static Problem of(HttpStatus status) {
        return Problem.of(status, slug(status), detail(status));
    }

    private static String slug(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid-request";
            case UNAUTHORIZED -> "sign-in-needed";
            case FORBIDDEN -> "not-allowed";
            case GATEWAY_TIMEOUT -> "service-timeout";
            case BAD_GATEWAY -> "service-failed";
            case INTERNAL_SERVER_ERROR -> "internal-error";
            default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request cannot be read.";
            case UNAUTHORIZED -> "Sign in first.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not know that method.";
            case GATEWAY_TIMEOUT -> "A service that this needs took too long.";
            case BAD_GATEWAY -> "A service that this needs broke off its answer.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong on our side.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
