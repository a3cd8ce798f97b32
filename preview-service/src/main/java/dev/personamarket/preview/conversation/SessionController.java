package dev.personamarket.preview.conversation;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.defaults.identity.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

/** The caller's own conversations; nobody gets a cookie for asking. */
@RestController
@RequestMapping("/api/marketplace/preview/sessions")
class SessionController {

    private final Sessions sessions;
    private final Visitors visitors;

    SessionController(Sessions sessions, Visitors visitors) {
        this.sessions = sessions;
        this.visitors = visitors;
    }

    @GetMapping
    Mono<ResponseEntity<ConversationPage>> list(@RequestParam(required = false) @Nullable UUID personality,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) Optional<Caller> caller, ServerWebExchange exchange) {
        var after = SessionCursor.parse(cursor, personality);
        return owner(caller, exchange).flatMap(owner -> sessions.page(owner, after, limit))
                .defaultIfEmpty(ConversationPage.EMPTY).map(SessionController::unstored);
    }

    @GetMapping("/{sessionId}")
    Mono<ResponseEntity<Conversation>> history(@PathVariable UUID sessionId,
            @Parameter(hidden = true) Optional<Caller> caller, ServerWebExchange exchange) {
        return found(owner(caller, exchange).flatMap(owner -> sessions.find(sessionId, owner)))
                .map(SessionController::unstored);
    }

    @PostMapping("/{sessionId}/restart")
    Mono<ResponseEntity<Conversation>> restart(@PathVariable UUID sessionId,
            @Parameter(hidden = true) Optional<Caller> caller, ServerWebExchange exchange) {
        return found(owner(caller, exchange).flatMap(owner -> sessions.restart(sessionId, owner)))
                .map(SessionController::unstored);
    }

    @DeleteMapping("/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> forget(@PathVariable UUID sessionId, @Parameter(hidden = true) Optional<Caller> caller,
            ServerWebExchange exchange) {
        return found(owner(caller, exchange).flatMap(owner -> sessions.delete(sessionId, owner))
                .filter(deleted -> deleted)).then();
    }

    private Mono<Owner> owner(Optional<Caller> caller, ServerWebExchange exchange) {
        return Mono.justOrEmpty(visitors.known(caller, exchange));
    }

    private static <T> Mono<T> found(Mono<T> conversation) {
        return conversation.switchIfEmpty(Mono.error(Refusals::sessionNotFound));
    }

    private static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
