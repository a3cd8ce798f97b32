package dev.personamarket.defaults.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

import dev.personamarket.defaults.Sha256;
import dev.personamarket.defaults.identity.Caller;

/**
 * A request that its caller has given a key.
 *
 * @param key         unique among the caller's own
 * @param fingerprint the SHA-256 of what makes it this request: method, path with query, content type and body
 */
record KeyedRequest(UUID caller, String key, byte[] fingerprint) {

    static KeyedRequest of(Caller caller, ServerHttpRequest request, byte[] body) {
        return new KeyedRequest(caller.id(), IdempotencyKey.in(request.getHeaders()), fingerprint(request, body));
    }

    /** None of the parts before the body can contain the NUL that ends it. */
    private static byte[] fingerprint(ServerHttpRequest request, byte[] body) {
        var address = request.getURI();
        var head = String.join("\0", request.getMethod().name(), address.getRawPath(),
                Objects.requireNonNullElse(address.getRawQuery(), ""),
                Objects.requireNonNullElse(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), ""), "");
        var sha256 = Sha256.begin();
        sha256.update(head.getBytes(StandardCharsets.UTF_8));
        return sha256.digest(body);
    }
}
