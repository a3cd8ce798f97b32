package dev.personamarket.catalog.browsing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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
    private final EntityTags tags;

    BrowsingController(Listings listings, Details details, EntityTags tags) {
        this.listings = listings;
        this.details = details;
        this.tags = tags;
    }

    @GetMapping("/personalities")
    Mono<ResponseEntity<PersonalityPage>> personalities(
            @RequestParam(defaultValue = "") @Size(max = 200) String search,
            @RequestParam(defaultValue = "") @Size(max = 50) List<String> category,
            @RequestParam(defaultValue = "") @Size(max = 32) String tag,
            @Schema(allowableValues = {"popular", "newest", "rating",
                    "name"}) @RequestParam(defaultValue = "popular") String sort,
            @RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listings.page(new Filter(search, category, tag), Sort.named(sort), limit, cursor).map(this::answer);
    }

    @GetMapping("/personalities/{idOrSlug}")
    Mono<ResponseEntity<PersonalityDetail>> personality(@PathVariable String idOrSlug) {
        return details.get(idOrSlug).map(this::answer);
    }

    @GetMapping("/categories")
    Mono<ResponseEntity<List<CategoryCount>>> categories() {
        return listings.categories().map(this::answer);
    }

    private <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(tags.of(body)).body(body);
    }
}
