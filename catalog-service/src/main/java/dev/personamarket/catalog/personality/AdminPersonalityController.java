package dev.personamarket.catalog.personality;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

/** How admins look after personalities. That they are admins is checked before anything gets here. */
@RestController
@RequestMapping(path = "/api/admin/personalities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class AdminPersonalityController {

    private final Personalities personalities;
    private final AdminListing listing;
    private final Curation curation;

    AdminPersonalityController(Personalities personalities, AdminListing listing, Curation curation) {
        this.personalities = personalities;
        this.listing = listing;
        this.curation = curation;
    }

    @GetMapping
    @Operation(summary = "Find personalities in every status", description = """
            Without any status, those in all of them but the deleted. A category may be an old name of it. \
            unpublished=true finds those whose draft says something else than their newest version.""")
    Mono<AdminPage> list(
            @Schema(allowableValues = {"draft", "published", "archived",
                    "deleted"}) @RequestParam(defaultValue = "") List<String> status,
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam(required = false) @Size(max = 64) @Nullable String category,
            @RequestParam(required = false) @Nullable UUID creator,
            @RequestParam(required = false) @Nullable Boolean unpublished,
            @Schema(allowableValues = {"updated", "created", "name",
                    "status"}) @RequestParam(defaultValue = "updated") String sort,
            @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listing.page(new AdminFilter(Status.named(status), search.strip(), category, creator, unpublished),
                AdminSort.named(sort), limit, cursor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<AdminPersonality>> create(@RequestBody PersonalityTemplate template, Caller caller) {
        return curation.create(template, null, Actor.of(caller))
                .map(created -> AdminPersonality.answer(
                        ResponseEntity.created(URI.create("/api/admin/personalities/" + created.id())), created));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<AdminPersonality>> read(@PathVariable UUID id) {
        return personalities.get(new PersonalityId(id)).map(AdminPersonality::answer);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<AdminPersonality>> replace(@PathVariable UUID id, @RequestBody PersonalityTemplate template,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.replace(new PersonalityId(id), Precondition.required(ifMatch), template, Actor.of(caller))
                .map(AdminPersonality::answer);
    }
}
