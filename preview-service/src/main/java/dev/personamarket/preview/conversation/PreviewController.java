package dev.personamarket.preview.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
import dev.personamarket.preview.speaking.Replies;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

@RestController
@RequestMapping("/api/marketplace/preview")
class PreviewController {

    private static final HeaderContentTypeResolver ACCEPT = new HeaderContentTypeResolver();

    private static final List<MediaType> OFFERED = List.of(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON);

    private final Conversations conversations;
    private final Visitors visitors;
    private final Replies replies;

    PreviewController(Conversations conversations, Visitors visitors, Replies replies) {
        this.conversations = conversations;
        this.visitors = visitors;
        this.replies = replies;
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
        return streams
                ? replies.stream(events)
                : replies.unstored(MediaType.APPLICATION_JSON).body(ReplyCollector.collect(events));
    }

    /** The first type in the order of the client's preference decides; who takes anything gets a stream. */
    private static boolean wantsStream(List<MediaType> accepted) {
        return accepted.stream().filter(type -> OFFERED.stream().anyMatch(type::isCompatibleWith)).findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(OFFERED))
                .isCompatibleWith(MediaType.TEXT_EVENT_STREAM);
    }
}
