package dev.personamarket.catalog.browsing;

import java.util.List;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** What everybody may know of the past of a personality: that it changed, and where. */
@RestController
@RequestMapping(path = "/api/marketplace/personalities", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Marketplace")
class HistoryController {

    private final History history;
    private final EntityTags tags;

    HistoryController(History history, EntityTags tags) {
        this.history = history;
        this.tags = tags;
    }

    @GetMapping("/{idOrSlug}/versions")
    @Operation(summary = "The last hundred versions, the newest first", description = "Names what changed, never to what.")
    Mono<ResponseEntity<List<HistoryEntry>>> versions(@PathVariable String idOrSlug) {
        return history.of(idOrSlug).map(
                entries -> ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(tags.of(entries))
                        .body(entries));
    }
}
