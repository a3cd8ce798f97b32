package dev.personamarket.defaults.idempotency;

import java.util.Collection;
import java.util.Objects;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response without a connection: what is written to it stays here, whether or not somebody still waits for it. */
final class RecordedResponse extends AbstractServerHttpResponse {

    private byte[] body = {};

    RecordedResponse() {
        super(DefaultDataBufferFactory.sharedInstance);
    }

    /** What was written, once all is written. */
    Answer answer() {
        return new Answer(Objects.requireNonNullElse(getStatusCode(), HttpStatus.OK), getHeaders(), body);
    }

    @Override
    protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> content) {
        return DataBufferUtils.join(content).doOnNext(this::keep).then();
    }

    @Override
    protected Mono<Void> writeAndFlushWithInternal(
            Publisher<? extends Publisher<? extends DataBuffer>> content) {
        return writeWithInternal(Flux.from(content).concatMap(part -> part));
    }

    private void keep(DataBuffer content) {
        body = new byte[content.readableByteCount()];
        content.read(body);
        DataBufferUtils.release(content);
    }

    @Override
    protected void applyCookies() {
        getCookies().values().stream().flatMap(Collection::stream)
                .forEach(cookie -> getHeaders().add(HttpHeaders.SET_COOKIE, cookie.toString()));
    }

    @Override
    protected void applyStatusCode() {}

    @Override
    protected void applyHeaders() {}

    @Override
    public <T> T getNativeResponse() {
        throw new IllegalStateException("The answer to a request with a key is written when it is complete");
    }
}
