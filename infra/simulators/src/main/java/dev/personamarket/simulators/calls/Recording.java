package dev.personamarket.simulators.calls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** A call being received: copies the body as the handler reads it. */
final class Recording extends ServerHttpRequestDecorator {

    private final Instant at = Instant.now();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ServerWebExchange exchange;

    Recording(ServerWebExchange exchange) {
        super(exchange.getRequest());
        this.exchange = exchange;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().doOnNext(this::copy);
    }

    void copy(MultiValueMap<String, String> form) {
        String text = form.toSingleValueMap().entrySet().stream().map(Object::toString)
                .collect(Collectors.joining("&"));
        copy(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    Call toCall() {
        ServerHttpRequest request = exchange.getRequest();
        return new Call(at, request.getMethod().name(), request.getURI().getPath(), request.getURI().getRawQuery(),
                firstHeaders(request), body.toString(StandardCharsets.UTF_8), status());
    }

    private void copy(DataBuffer buffer) {
        int length = Math.min(buffer.readableByteCount(), Calls.BODY_LIMIT - body.size());
        if (length > 0) {
            var bytes = new byte[length];
            buffer.toByteBuffer(buffer.readPosition(), ByteBuffer.wrap(bytes), 0, length);
            body.writeBytes(bytes);
        }
    }

    private @Nullable Integer status() {
        var status = exchange.getResponse().isCommitted() ? exchange.getResponse().getStatusCode() : null;
        return status == null ? null : status.value();
    }

    private static Map<String, String> firstHeaders(ServerHttpRequest request) {
        var headers = new LinkedHashMap<String, String>();
        request.getHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        return headers;
    }
}
