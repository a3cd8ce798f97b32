package dev.personamarket.simulators.model;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.personamarket.simulators.faults.Connections;
import dev.personamarket.simulators.faults.ModelFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** An answer word by word, as server-sent events in OpenAI's form: no event names, {@code [DONE]} at the end. */
@Component
class AnswerStream {

    private static final int WORDS_BEFORE_TROUBLE = 3;

    private static final Duration SLOW_ANSWER = Duration.ofSeconds(30);

    private final Duration tokenDelay;
    private final Duration keepAlive;
    private final JsonMapper json;

    AnswerStream(ModelSettings settings, JsonMapper json) {
        this.tokenDelay = settings.tokenDelay();
        this.keepAlive = settings.keepAlive();
        this.json = json;
    }

    Mono<ServerResponse> answer(ServerRequest request, ChatRequest asked, Completion completion,
            @Nullable ModelFault fault) {
        var chunks = new Chunks(ModelRoutes.MODEL, asked.wantsUsage());
        var frames = switch (fault) {
            case SLOW -> complete(completion, chunks, asked, SLOW_ANSWER.dividedBy(completion.tokens().size()));
            case CLOSE_MID_ANSWER ->
                words(completion, chunks, tokenDelay).take(WORDS_BEFORE_TROUBLE).concatWith(dropping(request));
            case ERROR_IN_STREAM -> words(completion, chunks, tokenDelay).take(WORDS_BEFORE_TROUBLE)
                    .concatWithValues(data(ModelException.internal().body()));
            case NO_DONE -> words(completion, chunks, tokenDelay);
            case CONTENT_FILTER -> complete(completion.filtered(), chunks, asked, tokenDelay);
            case null, default -> complete(completion, chunks, asked, tokenDelay);
        };
        return respond(MediaType.TEXT_EVENT_STREAM, withKeepAlive(frames));
    }

    /** Something begun that never ends well: the connection drops after it. */
    static Mono<ServerResponse> broken(ServerRequest request, MediaType type, String beginning) {
        return respond(type, Flux.just(beginning).concatWith(dropping(request)));
    }

    private Flux<String> complete(Completion completion, Chunks chunks, ChatRequest asked, Duration delay) {
        var end = Flux.just(data(chunks.last(completion.finishReason())));
        var usage = asked.wantsUsage() ? Flux.just(data(chunks.usage(completion))) : Flux.<String>empty();
        return Flux.concat(words(completion, chunks, delay), end, usage, Flux.just("data: [DONE]\n\n"));
    }

    private Flux<String> words(Completion completion, Chunks chunks, Duration delay) {
        var words = Flux.fromIterable(completion.tokens()).map(token -> data(chunks.token(token)));
        return Flux.concat(Flux.just(data(chunks.first())),
                delay.isZero() ? words : words.delayElements(delay));
    }

    private Flux<String> withKeepAlive(Flux<String> frames) {
        return frames.publish(shared -> Flux.merge(shared, Flux.interval(keepAlive).map(_ -> ": keep-alive\n\n")
                .takeUntilOther(shared.ignoreElements().onErrorComplete())));
    }

    private String data(Object chunk) {
        return "data: " + json.writeValueAsString(chunk) + "\n\n";
    }

    private static Mono<String> dropping(ServerRequest request) {
        return Connections.drop(request.exchange().getRequest()).then(Mono.never());
    }

    private static Mono<ServerResponse> respond(MediaType type, Flux<String> frames) {
        var buffers = frames
                .map(frame -> DefaultDataBufferFactory.sharedInstance.wrap(frame.getBytes(StandardCharsets.UTF_8)));
        return ServerResponse.ok().contentType(type).cacheControl(CacheControl.noCache())
                .body((output, _) -> output.writeAndFlushWith(buffers.map(Mono::just)));
    }
}
