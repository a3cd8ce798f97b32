package dev.personamarket.catalog.personality;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** The ways into the marketplace and out of it. */
@RestController
@RequestMapping(path = "/api/admin/personalities/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class LifecycleController {

    private final Curation curation;

    LifecycleController(Curation curation) {
        this.curation = curation;
    }

    @PostMapping("/publish")
    @Operation(summary = "Serve the draft as the next version")
    Mono<ResponseEntity<AdminPersonality>> publish(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.publish(new PersonalityId(id), new Precondition(ifMatch), Actor.of(caller))
                .map(AdminPersonality::answer);
    }

    @PostMapping("/archive")
    @Operation(summary = "Take it out of the marketplace", description = "Its slug stays its own.")
    Mono<ResponseEntity<AdminPersonality>> archive(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.archive(new PersonalityId(id), new Precondition(ifMatch), Actor.of(caller))
                .map(AdminPersonality::answer);
    }

    @PostMapping("/restore")
    @Operation(summary = "Undo archiving or deletion", description = """
            It is again what it was, a draft or served in its newest version. Under another slug than that version's \
            it comes back as a draft, and is served after it is published.""")
    Mono<ResponseEntity<AdminPersonality>> restore(@PathVariable UUID id,
            @RequestParam(required = false) @Nullable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.restore(new PersonalityId(id), new Precondition(ifMatch), slug, Actor.of(caller))
                .map(AdminPersonality::answer);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete it softly", description = "Kept but invisible; its slug is free. It can be restored.")
    Mono<Void> delete(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.delete(new PersonalityId(id), new Precondition(ifMatch), Actor.of(caller)).then();
    }
}
