package dev.personamarket.defaults.problems;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure that the caller is told about as an RFC 9457 problem.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends ErrorResponseException {

    private static final String FAULTS = "errors";

    private Problem(HttpStatus status, ProblemDetail body) {
        super(status, body, null);
    }

    /** A problem of type {@code /problems/<slug>}; the detail is a sentence for people. */
    public static Problem of(HttpStatus status, String slug, String detail) {
        var body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("/problems/" + slug));
        return new Problem(status, body);
    }

    /** 400 {@code /problems/invalid-request} with every fault of the request. */
    public static Problem invalid(List<FieldFault> faults) {
        return of(HttpStatus.BAD_REQUEST, "invalid-request", "The request has values that are not allowed.")
                .with(faults);
    }

    /** 400 {@code /problems/invalid-request} with one fault. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldFault(field, message)));
    }

    /** The same problem with what is wrong, field by field, as its member {@code errors}. */
    public Problem with(List<FieldFault> faults) {
        return with(FAULTS, faults);
    }

    /** What is wrong, field by field; empty if it is no matter of fields. */
    public List<FieldFault> faults() {
        var members = getBody().getProperties();
        return members != null && members.get(FAULTS) instanceof List<?> faults
                ? faults.stream().map(FieldFault.class::cast).toList()
                : List.of();
    }

    /** The same problem with one more member. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    /** The same problem with the time, in whole seconds and at least one, after which to try again. */
    public Problem retryAfter(Duration time) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, time.toSeconds())));
        return this;
    }
}
