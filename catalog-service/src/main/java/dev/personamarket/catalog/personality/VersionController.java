package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.catalog.audit.Difference;
import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

/** What was published when, how versions differ, and the way back to an old one. */
@RestController
@RequestMapping(path = "/api/admin/personalities/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Versions")
class VersionController {

    private static final String DRAFT = "draft";

    private final Personalities personalities;
    private final Versions versions;
    private final Curation curation;

    VersionController(Personalities personalities, Versions versions, Curation curation) {
        this.personalities = personalities;
        this.versions = versions;
        this.curation = curation;
    }

    @GetMapping
    @Operation(summary = "All versions, the newest first")
    Mono<VersionPage> page(@PathVariable UUID id, @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var personality = new PersonalityId(id);
        return personalities.get(personality).then(versions.page(personality, limit, cursor));
    }

    @GetMapping("/{version}")
    @Operation(summary = "A version in full")
    Mono<Version> read(@PathVariable UUID id, @PathVariable int version) {
        var personality = new PersonalityId(id);
        return personalities.get(personality).then(versions.get(personality, version));
    }

    @GetMapping("/diff")
    @Operation(summary = "What two versions say differently, field by field", description = "Each is a number, or draft.")
    Mono<List<Difference>> differences(@PathVariable UUID id, @RequestParam String from, @RequestParam String to) {
        return personalities.get(new PersonalityId(id)).flatMap(personality -> Mono.zip(
                content(personality, "from", from), content(personality, "to", to),
                (before, after) -> Difference.between(before.tree(), after.tree())));
    }

    @PostMapping("/{version}/rollback")
    @Operation(summary = "Publish what an old version says once more", description = "As a new version, which the draft becomes too. The slug stays.")
    Mono<ResponseEntity<AdminPersonality>> rollBack(@PathVariable UUID id, @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.rollBack(new PersonalityId(id), new Precondition(ifMatch), version, Actor.of(caller))
                .map(AdminPersonality::answer);
    }

    private Mono<Content> content(Personality personality, String field, String version) {
        if (DRAFT.equals(version)) {
            return Mono.just(personality.draft());
        }
        try {
            return versions.content(personality.id(), Integer.parseInt(version));
        } catch (NumberFormatException e) {
            return Mono.error(Problem.invalid(field, "must be the number of a version, or \"draft\""));
        }
    }
}
