package dev.personamarket.defaults.idempotency;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;

import reactor.core.publisher.Mono;

/** What a request is answered, before it is sent. */
record Answer(HttpStatusCode status, HttpHeaders headers, byte[] body) {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<Integer> JUDGED_ANEW = Set.of(HttpStatus.UNAUTHORIZED.value(),
            HttpStatus.FORBIDDEN.value(), HttpStatus.TOO_MANY_REQUESTS.value());

    /** An answer that was given before. */
    static Answer replayed(int status, @Nullable String contentType, @Nullable String location, @Nullable String etag,
            byte[] body) {
        var headers = new HttpHeaders();
        headers.set(REPLAYED, "true");
        setIfPresent(headers, HttpHeaders.CONTENT_TYPE, contentType);
        setIfPresent(headers, HttpHeaders.LOCATION, location);
        setIfPresent(headers, HttpHeaders.ETAG, etag);
        return new Answer(HttpStatusCode.valueOf(status), headers, body);
    }

    private static void setIfPresent(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }

    /**
     * Whether this is what the key's request came to, once and for all. So are refusals like 404 and 409: callers who
     * missed the answer learn what they would have read. Were the request judged anew, it could succeed after somebody
     * was already told that it did not; whoever wants another try takes another key. A failure of ours (5xx) and a
     * request that came too early (429) came to nothing, and who may do what is never answered from memory.
     */
    boolean isFinal() {
        return !status.is5xxServerError() && !JUDGED_ANEW.contains(status.value());
    }

    Mono<Void> sendTo(ServerHttpResponse response) {
        response.setStatusCode(status);
        response.getHeaders().putAll(headers);
        if (body.length == 0) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
