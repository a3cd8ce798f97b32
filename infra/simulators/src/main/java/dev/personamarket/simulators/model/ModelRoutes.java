package dev.personamarket.simulators.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.personamarket.simulators.faults.FaultFilter;
import dev.personamarket.simulators.faults.ModelFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The routes of the model, none of which is a bean: a bean would appear on Discord's port too. */
@Component
class ModelRoutes {

    static final String KEY = "simulated-model-key";
    static final String MODEL = "demonstration";

    /** A header that asks for a {@link ModelFault} in this one answer. */
    static final String FAULT_HEADER = "X-Simulated-Fault";

    private final Demonstration demonstration;
    private final AnswerStream stream;
    private final Obedience obedience = new Obedience();
    private final Moderation moderation = new Moderation();

    ModelRoutes(Demonstration demonstration, AnswerStream stream) {
        this.demonstration = demonstration;
        this.stream = stream;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route().GET("/v1/models", _ -> models()).POST("/v1/chat/completions", this::chat)
                .POST("/v1/moderations", this::moderate).filter(ModelRoutes::withKey).build();
    }

    private static Mono<ServerResponse> withKey(ServerRequest request, HandlerFunction<ServerResponse> next) {
        return ("Bearer " + KEY).equals(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))
                ? next.handle(request)
                : Mono.error(ModelException.wrongKey());
    }

    private static Mono<ServerResponse> models() {
        var model = Map.of("id", MODEL, "object", "model", "created", Instant.EPOCH.getEpochSecond(), "owned_by",
                "personality-marketplace");
        return ServerResponse.ok().bodyValue(Map.of("object", "list", "data", List.of(model)));
    }

    private Mono<ServerResponse> moderate(ServerRequest request) {
        return request.bodyToMono(Moderation.Request.class).map(moderation::judge)
                .flatMap(verdict -> ServerResponse.ok().bodyValue(verdict));
    }

    private Mono<ServerResponse> chat(ServerRequest request) {
        var fault = faultOf(request);
        return request.bodyToMono(ChatRequest.class)
                .switchIfEmpty(Mono.error(() -> ModelException.badRequest(null, "The body is empty.")))
                .map(asked -> asked.checked(MODEL)).flatMap(asked -> answer(request, asked, fault));
    }

    private Mono<ServerResponse> answer(ServerRequest request, ChatRequest asked, @Nullable ModelFault fault) {
        return switch (fault) {
            case DOWN -> Mono.error(ModelException.overloaded());
            case HANG -> Mono.never();
            case RATE_LIMITED -> Mono.error(ModelException.rateLimited(true));
            case RATE_LIMITED_SILENT -> Mono.error(ModelException.rateLimited(false));
            case INSUFFICIENT_QUOTA -> Mono.error(ModelException.insufficientQuota());
            case SERVER_ERROR -> Mono.error(ModelException.internal());
            case GARBAGE ->
                ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue("<html>Bad gateway, perhaps");
            case null, default -> {
                var completion = completion(asked, fault);
                yield asked.isStreamed()
                        ? stream.answer(request, asked, completion, fault)
                        : whole(request, completion, fault);
            }
        };
    }

    private Completion completion(ChatRequest asked, @Nullable ModelFault fault) {
        return Optional.ofNullable(fault).filter(ModelFault.OBEDIENT::equals)
                .flatMap(_ -> obedience.answer(asked.conversation())).map(text -> Completion.inPieces(text, asked))
                .orElseGet(() -> Completion.of(demonstration.answer(asked.conversation()), asked));
    }

    private static Mono<ServerResponse> whole(ServerRequest request, Completion completion,
            @Nullable ModelFault fault) {
        var chunks = new Chunks(MODEL, false);
        return switch (fault) {
            case ERROR_IN_STREAM -> Mono.error(ModelException.internal());
            case CLOSE_MID_ANSWER, NO_DONE ->
                AnswerStream.broken(request, MediaType.APPLICATION_JSON, "{\"id\":\"chatcmpl-");
            case CONTENT_FILTER -> ServerResponse.ok().bodyValue(chunks.whole(completion.filtered()));
            case null, default -> ServerResponse.ok().bodyValue(chunks.whole(completion));
        };
    }

    private static @Nullable ModelFault faultOf(ServerRequest request) {
        String label = request.headers().firstHeader(FAULT_HEADER);
        if (label == null) {
            return (ModelFault) request.attribute(FaultFilter.MODEL_FAULT).orElse(null);
        }
        try {
            return ModelFault.of(label);
        } catch (IllegalArgumentException unknown) {
            throw ModelException.badRequest(FAULT_HEADER, "There is no such fault: " + label);
        }
    }
}
