package dev.personamarket.catalog.card;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.catalog.personality.Actor;
import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** Character cards in and out, for admins: a card has the prompt in it. */
@RestController
@RequestMapping("/api/admin/personalities")
@Tag(name = "Character cards")
class CardController {

    /** Each may have a file of 20 MiB and what it unfolds to in memory. */
    private static final int MOST_AT_ONCE = 2;

    private final CardImport imports;
    private final CardExport exports;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    CardController(CardImport imports, CardExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @CardDocs.Import
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<List<CardReport>> take(@RequestParam(defaultValue = "false") boolean dryRun, Caller caller,
            ServerWebExchange exchange) {
        return Uploads.of(exchange).flatMap(uploads -> oneOfFew(
                imports.take(uploads.all(), dryRun || uploads.dryRun(), Actor.of(caller)))).map(Refused::unlessAny);
    }

    private <T> Mono<T> oneOfFew(Mono<T> work) {
        return Mono.defer(() -> room.tryAcquire()
                ? work.doFinally(_ -> room.release())
                : Mono.error(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable",
                        "Others are importing cards right now. Nothing was changed; try again soon.")
                        .retryAfter(Duration.ofSeconds(2))));
    }

    @CardDocs.Export
    @GetMapping(path = "/{id}/export")
    Mono<ResponseEntity<byte[]>> give(@PathVariable UUID id, @RequestParam(defaultValue = "v3") String format,
            @RequestParam(defaultValue = "draft") String version) {
        return switch (format) {
            case "v2" -> exports.json(id, version, CardSpec.V2).map(card -> answer(card, "v2.json"));
            case "v3" -> exports.json(id, version, CardSpec.V3).map(card -> answer(card, "v3.json"));
            case "png" -> exports.png(id, version).map(card -> answer(card, "png"));
            default -> throw Problem.invalid("format", "must be v2, v3 or png");
        };
    }

    private static ResponseEntity<byte[]> answer(CardExport.Exported card, String ending) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .contentType(ending.equals("png") ? MediaType.IMAGE_PNG : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("%s.%s".formatted(card.slug(), ending)).build().toString())
                .body(card.bytes());
    }
}
