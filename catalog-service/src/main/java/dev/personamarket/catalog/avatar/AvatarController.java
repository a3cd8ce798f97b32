package dev.personamarket.catalog.avatar;

import java.time.Duration;
import java.util.UUID;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** Faces. What is under such an address never changes, so browsers may keep it for ever. */
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
    Mono<ResponseEntity<byte[]>> stored(@PathVariable String hash, @PathVariable int size) {
        return avatars.find(hash, size).map(bytes -> ResponseEntity.ok().cacheControl(FOR_EVER)
                .eTag("\"%s-%d\"".formatted(hash, size)).body(bytes))
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "avatar-not-found",
                        "There is no such picture.")));
    }

    @GetMapping(path = "/fallback/{id}.svg", produces = SVG)
    ResponseEntity<String> drawn(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(FOR_EVER).eTag("\"%s-%d\"".formatted(id, Face.EDITION))
                .body(Face.of(id).svg());
    }
}
