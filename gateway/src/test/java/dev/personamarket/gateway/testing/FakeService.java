package dev.personamarket.gateway.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import org.reactivestreams.Publisher;

import dev.personamarket.engines.Ports;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A service behind the gateway: remembers what it was asked, answers what it is told to. It can die and come back. */
public final class FakeService {

    public record Received(String method, String uri, Map<String, String> headers, String body) {

        public boolean has(String header) {
            return headers.containsKey(header.toLowerCase(Locale.ROOT));
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** An answer of a service's own making. */
    public interface Answer extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    private final String name;
    private final int port = Ports.free();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Answer answer = this::hello;
    private DisposableServer server;

    FakeService(String name) {
        this.name = name;
        this.server = start();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.getLast();
    }

    public void answers(Answer answer) {
        this.answer = answer;
    }

    public void answers(int status, String contentType, String body) {
        answers((_, response) -> response.status(status).header("Content-Type", contentType)
                .sendString(Mono.just(body)));
    }

    public void dies() {
        server.disposeNow();
        connections.close().syncUninterruptibly();
    }

    public void comesBack() {
        server = start();
    }

    void reset() {
        answer = this::hello;
        received.clear();
        if (server.isDisposed()) {
            comesBack();
        }
    }

    private DisposableServer start() {
        return HttpServer.create().host("localhost").port(port)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(8 * 1024))
                .doOnChannelInit((_, channel, _) -> connections.add(channel))
                .handle((request, response) -> {
                    var headers = new HashMap<String, String>();
                    request.requestHeaders().forEach(
                            header -> headers.merge(header.getKey().toLowerCase(Locale.ROOT), header.getValue(),
                                    (a, b) -> a + "," + b));
                    return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
                        received.add(new Received(request.method().name(), request.uri(), headers, body));
                        return Mono.from(answer.apply(request, response));
                    });
                }).bindNow();
    }

    private Publisher<Void> hello(HttpServerRequest request, HttpServerResponse response) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"service\":\"" + name + "\"}"));
    }
}
