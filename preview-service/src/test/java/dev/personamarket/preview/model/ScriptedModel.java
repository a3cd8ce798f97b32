package dev.personamarket.preview.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.reactivestreams.Publisher;

import io.netty.buffer.Unpooled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A bare HTTP server that answers each call with the next thing that it was given, byte for byte. */
public final class ScriptedModel implements AutoCloseable {

    /** An answer: status, headers and the pieces of the body, each sent on its own the moment that it comes. */
    private record Script(int status, Map<String, String> headers, Flux<String> pieces) {}

    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final DisposableServer server = HttpServer.create().port(0)
            .route(routes -> routes.post("/v1/chat/completions", this::answer)).bindNow();

    private ScriptedModel() {}

    public static ScriptedModel start() {
        return new ScriptedModel();
    }

    public String baseUrl() {
        return "http://localhost:%d/v1".formatted(server.port());
    }

    public void reset() {
        scripts.clear();
        requests.clear();
        abandoned.set(0);
    }

    /** Streams the pieces of a body. */
    public ScriptedModel streams(Flux<String> pieces) {
        return answers(200, Map.of("Content-Type", "text/event-stream"), pieces);
    }

    /** Streams the pieces of a body at once. */
    public ScriptedModel streams(String... pieces) {
        return streams(Flux.just(pieces));
    }

    public ScriptedModel answers(int status, Map<String, String> headers, String body) {
        return answers(status, headers, Flux.just(body));
    }

    private ScriptedModel answers(int status, Map<String, String> headers, Flux<String> pieces) {
        scripts.add(new Script(status, headers, pieces));
        return this;
    }

    /** A piece of an answer as OpenAI sends it. */
    public static String token(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n"
                .formatted(text);
    }

    /** The end of an answer as OpenAI sends it. */
    public static String end() {
        return """
                data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21}}

                data: [DONE]

                """;
    }

    /** The bodies of all calls so far. */
    public List<String> requests() {
        return requests;
    }

    /** How many callers left before their answer was complete. */
    public int abandoned() {
        return abandoned.get();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            requests.add(body);
            var script = scripts.poll();
            return script == null ? Mono.never() : play(script, response);
        });
    }

    private Mono<Void> play(Script script, HttpServerResponse response) {
        response.status(script.status());
        script.headers().forEach(response::header);
        var body = script.pieces().doOnCancel(abandoned::incrementAndGet)
                .map(piece -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8));
        return response.sendGroups(body.map(Mono::just)).then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
