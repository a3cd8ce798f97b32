package dev.personamarket.catalog.browsing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Mono;

/**
 * What everybody may see. A browser may keep the answers but asks each time whether they still hold: a rating shows at
 * once.
 */
@RestController
@RequestMapping(path = "/api/marketplace", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Marketplace")
class BrowsingController {

    private final Listings listings;
    private final Details details;
    private final Similar similar;
    private final EntityTags tags;

    BrowsingController(Listings listings, Details details, Similar similar, EntityTags tags) {
        this.listings = listings;
        this.details = details;
        this.similar = similar;
        this.tags = tags;
    }

    @GetMapping("/personalities")
    @Operation(summary = "Find personalities", description = "The pages of a list, by cursors: no entry comes twice or "
            + "is left out while others are published. A search forgives accents, case and slips of the finger; its "
            + "last word may be unfinished.")
    Mono<ResponseEntity<PersonalityPage>> personalities(
            @Parameter(description = "Words in name, tagline, description, tags and traits; all of them", example = "sherlok") @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @Parameter(description = "Slugs: any of these", example = "storytelling") @RequestParam(defaultValue = "") @Size(max = 50) List<String> category,
            @Parameter(description = "Slugs: none of these", example = "games") @RequestParam(defaultValue = "") @Size(max = 50) List<String> excludeCategory,
            @Parameter(description = "All of these", example = "mystery") @RequestParam(defaultValue = "") @Size(max = 8) List<@Size(max = 32) String> tag,
            @Parameter(description = "Without it: relevance with a search, else popular") @Schema(allowableValues = {
                    "relevance", "popular", "newest", "rating",
                    "name"}) @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @Parameter(description = "The nextCursor of the page before, with the same filters and sort") @RequestParam(required = false) @Nullable String cursor) {
        var filter = new Filter(search, category, excludeCategory, tag);
        return listings.page(filter, Sort.named(sort, filter.searches()), limit, cursor).map(this::answer);
    }

    /** Whoever has it already learns so from its versions alone. */
    @GetMapping("/personalities/{idOrSlug}")
    @Operation(summary = "One personality in full", description = "With If-None-Match, 304 while nothing has changed.")
    Mono<ResponseEntity<PersonalityDetail>> personality(
            @Parameter(example = "sherlock-of-baker-row") @PathVariable String idOrSlug, ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getIfNoneMatch().isEmpty()
                ? detail(idOrSlug)
                : details.tag(idOrSlug).filter(exchange::checkNotModified)
                        .map(BrowsingController::unchanged)
                        .switchIfEmpty(Mono.defer(() -> detail(idOrSlug)));
    }

    private static ResponseEntity<PersonalityDetail> unchanged(String tag) {
        return answer(HttpStatus.NOT_MODIFIED, tag).build();
    }

    private Mono<ResponseEntity<PersonalityDetail>> detail(String idOrSlug) {
        return details.get(idOrSlug).map(found -> answer(HttpStatus.OK, found.tag()).body(found.body()));
    }

    @GetMapping("/personalities/{idOrSlug}/similar")
    @Operation(summary = "Personalities like this one", description = "By tags above all, then by traits and category.")
    Mono<ResponseEntity<SimilarPersonalities>> similar(
            @Parameter(example = "sherlock-of-baker-row") @PathVariable String idOrSlug,
            @RequestParam(defaultValue = "6") @Min(1) @Max(24) int limit) {
        return similar.to(idOrSlug, limit).map(this::answer);
    }

    @GetMapping("/categories")
    @Operation(summary = "Every category and how many personalities it has")
    Mono<ResponseEntity<List<CategoryCount>>> categories() {
        return listings.categories().map(this::answer);
    }

    private <T> ResponseEntity<T> answer(T body) {
        return answer(HttpStatus.OK, tags.of(body)).body(body);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, String tag) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noCache()).eTag(tag);
    }
}
