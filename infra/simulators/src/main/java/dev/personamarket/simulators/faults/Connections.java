package dev.personamarket.simulators.faults;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Reaches below HTTP. */
public final class Connections {

    private Connections() {}

    /** Closes the connection that the request came by, whatever was said on it so far. */
    public static Mono<Void> drop(ServerHttpRequest request) {
        HttpServerRequest connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return Mono.fromRunnable(() -> connection.withConnection(open -> open.channel().close()));
    }
}
