package dev.personamarket.gateway.problems;

import java.net.URI;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An error that the caller is told about as an RFC 9457 problem. Types are relative and stable: clients switch on them.
 */
public final class Problem extends ErrorResponseException {

    private static final String TYPES = "/problems/";

    private Problem(HttpStatus status, URI type, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        setType(type);
    }

    /** A problem of the type {@code /problems/<slug>}. */
    public static Problem of(HttpStatus status, String slug, String detail) {
        return new Problem(status, URI.create(TYPES + slug), detail);
    }

    /** A problem of a type that is registered elsewhere. */
    public static Problem of(HttpStatus status, URI type, String detail) {
        return new Problem(status, type, detail);
    }

    /** 503 with {@code Retry-After}: somebody whom we need is away for a while. */
    public static Problem unavailable(String slug, String detail, Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, slug, detail).retryAfter(retryAfter);
    }

    /** Adds {@code Retry-After}, rounded up to whole seconds. */
    public Problem retryAfter(Duration wait) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return this;
    }

    /** Adds a member of its own to the problem. */
    public Problem with(String member, Object value) {
        getBody().setProperty(member, value);
        return this;
    }
}
