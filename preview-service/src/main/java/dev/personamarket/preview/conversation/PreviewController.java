package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.accept.HeaderContentTypeResolver;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.preview.model.ModelProperties;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import reactor.core.publisher.Flux;

@RestController
@RequestMapping("/api/marketplace/preview")
class PreviewController {

    private static final HeaderContentTypeResolver ACCEPT = new HeaderContentTypeResolver();

    private static final List<MediaType> OFFERED = List.of(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON);

    /** The simulator's model; people are told when it stands in for a real one. */
    private static final String DEMONSTRATION = "demonstration";
    private static final String DEMONSTRATION_HEADER = "X-Demonstration-Model";

    private final Conversations conversations;
    private final Visitors visitors;
    private final Heartbeat heartbeat;
    private final HttpHeaders model = new HttpHeaders();

    PreviewController(Conversations conversations, Visitors visitors, PreviewProperties properties,
            ModelProperties model) {
        this.conversations = conversations;
        this.visitors = visitors;
        this.heartbeat = new Heartbeat(properties.heartbeat());
        if (DEMONSTRATION.equals(model.name())) {
            this.model.set(DEMONSTRATION_HEADER, "true");
        }
    }

    @PostMapping("/{personalityId}/chat")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string", description = "events session, token, done, error")),
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = ChatReply.class))})
    ResponseEntity<?> chat(@PathVariable UUID personalityId, @Valid @RequestBody ChatRequest request,
            @Parameter(hidden = true) Optional<Caller> caller, ServerWebExchange exchange) {
        request.check();
        var streams = wantsStream(ACCEPT.resolveMediaTypes(exchange));
        var events = conversations.chat(personalityId, visitors.welcome(caller, exchange), request);
        return streams ? stream(events) : unstored(MediaType.APPLICATION_JSON).body(ReplyCollector.collect(events));
    }

    /** The first type in the order of the client's preference decides; who takes anything gets a stream. */
    private static boolean wantsStream(List<MediaType> accepted) {
        return accepted.stream().filter(type -> OFFERED.stream().anyMatch(type::isCompatibleWith)).findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(OFFERED))
                .isCompatibleWith(MediaType.TEXT_EVENT_STREAM);
    }

    private ResponseEntity<?> stream(Flux<PreviewEvent> events) {
        return unstored(MediaType.TEXT_EVENT_STREAM).header("X-Accel-Buffering", "no")
                .body(heartbeat.within(events.map(PreviewEvent::toServerSentEvent)));
    }

    private ResponseEntity.BodyBuilder unstored(MediaType type) {
        return ResponseEntity.ok().headers(model).cacheControl(CacheControl.noStore()).contentType(type);
    }
}
