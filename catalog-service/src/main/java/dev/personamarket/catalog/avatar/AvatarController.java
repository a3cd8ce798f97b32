package dev.personamarket.catalog.avatar;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/**
 * Faces. What is under such an address never changes, so browsers may keep it for ever, and whoever has it is told so
 * without a look at it: the address alone makes its tag.
 */
@RestController
@RequestMapping("/api/marketplace/avatars")
@Tag(name = "Faces")
class AvatarController {

    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final String WEBP = "image/webp";
    private static final String SVG = "image/svg+xml";

    private final Avatars avatars;

    AvatarController(Avatars avatars) {
        this.avatars = avatars;
    }

    @GetMapping(path = "/{hash:[0-9a-f]{64}}/{size:64|128|256|512}.webp", produces = WEBP)
    Mono<ResponseEntity<byte[]>> stored(@PathVariable String hash, @PathVariable int size,
            ServerWebExchange exchange) {
        return picture("\"%s-%d\"".formatted(hash, size), avatars.find(hash, size), exchange);
    }

    /** The same for who does not take WebP, such as Discord. */
    @GetMapping(path = "/{hash:[0-9a-f]{64}}/{size:64|128|256|512}.png", produces = MediaType.IMAGE_PNG_VALUE)
    Mono<ResponseEntity<byte[]>> converted(@PathVariable String hash, @PathVariable int size,
            ServerWebExchange exchange) {
        return picture("\"%s-%d-png\"".formatted(hash, size), avatars.find(hash, size).flatMap(Png::of), exchange);
    }

    private static Mono<ResponseEntity<byte[]>> picture(String tag, Mono<byte[]> bytes, ServerWebExchange exchange) {
        if (exchange.checkNotModified(tag)) {
            return Mono.just(answer(HttpStatus.NOT_MODIFIED, tag).build());
        }
        return bytes.map(found -> answer(HttpStatus.OK, tag).body(found))
                .switchIfEmpty(Mono.error(() -> {
                    exchange.getResponse().getHeaders().remove(HttpHeaders.ETAG);
                    return Problem.of(HttpStatus.NOT_FOUND, "avatar-not-found", "There is no such picture.");
                }));
    }

    @GetMapping(path = "/fallback/{id}.svg", produces = SVG)
    ResponseEntity<String> drawn(@PathVariable UUID id, ServerWebExchange exchange) {
        var tag = "\"%s-%d\"".formatted(id, Face.EDITION);
        return exchange.checkNotModified(tag)
                ? answer(HttpStatus.NOT_MODIFIED, tag).build()
                : answer(HttpStatus.OK, tag).body(Face.of(id).svg());
    }

    /** The same for who does not take SVG: link previews, Discord. */
    @GetMapping(path = "/fallback/{id}.png", produces = MediaType.IMAGE_PNG_VALUE)
    Mono<ResponseEntity<byte[]>> painted(@PathVariable UUID id, ServerWebExchange exchange) {
        return picture("\"%s-%d-png\"".formatted(id, Face.EDITION), Png.drawn(id), exchange);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String tag) {
        return ResponseEntity.status(status).cacheControl(FOR_EVER).eTag(tag);
    }
}
