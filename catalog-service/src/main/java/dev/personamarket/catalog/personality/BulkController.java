package dev.personamarket.catalog.personality;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** The same for many personalities by one request. */
@RestController
@RequestMapping(path = "/api/admin/personalities/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class BulkController {

    private final BulkCuration curation;

    BulkController(BulkCuration curation) {
        this.curation = curation;
    }

    @PostMapping
    @Operation(summary = "Publish, archive, restore or delete up to 100", description = """
            Each on its own: one that fails does not stop the rest. The answer is a 200 that says for each item, in \
            their order, which status a request for it alone would have had.""")
    Mono<Bulk.Answer> apply(@RequestBody Bulk.Request request, Caller caller) {
        return curation.apply(request.deed(), request.all(), Actor.of(caller));
    }
}
