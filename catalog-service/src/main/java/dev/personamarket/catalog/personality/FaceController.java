package dev.personamarket.catalog.personality;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.catalog.avatar.Avatars;
import dev.personamarket.catalog.avatar.Portraits;
import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import reactor.core.publisher.Mono;

/** How admins give a personality a face. It changes the draft: what is served stays until the next publish. */
@RestController
@RequestMapping(path = "/api/admin/personalities/{id}/avatar", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Administration")
class FaceController {

    private final Portraits portraits;
    private final Avatars avatars;
    private final Curation curation;
    private final TransactionalOperator transactions;

    FaceController(Portraits portraits, Avatars avatars, Curation curation, TransactionalOperator transactions) {
        this.portraits = portraits;
        this.avatars = avatars;
        this.curation = curation;
        this.transactions = transactions;
    }

    @PutMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Give the draft a face", description = """
            A PNG, JPEG, WebP or GIF up to 5 MB, at least 64 pixels wide and high, up to 32 megapixels (16 for a \
            WebP and a progressive JPEG). Its bytes decide what it is. The square in its middle is stored as WebP of \
            64, 128, 256 and 512 pixels, upright and without metadata. Anything else is 413, 415 or 400.""")
    Mono<ResponseEntity<AdminPersonality>> change(@PathVariable UUID id,
            @Parameter(description = "the picture", schema = @Schema(type = "string", format = "binary")) @RequestPart("file") Part file,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return portraits.prepare(bytes(file))
                .flatMap(sizes -> avatars.keep(sizes)
                        .flatMap(hash -> curation.changeFace(new PersonalityId(id), new Precondition(ifMatch), hash,
                                Actor.of(caller)))
                        .as(transactions::transactional))
                .map(AdminPersonality::answer);
    }

    @DeleteMapping
    @Operation(summary = "Go back to the drawn face")
    Mono<ResponseEntity<AdminPersonality>> remove(@PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Caller caller) {
        return curation.changeFace(new PersonalityId(id), new Precondition(ifMatch), null, Actor.of(caller))
                .map(AdminPersonality::answer);
    }

    @Hidden
    @ExceptionHandler(DecodingException.class)
    ResponseEntity<ProblemDetail> unreadable() {
        return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.invalid("file", "cannot be found: the multipart body is broken").getBody());
    }

    private static Mono<byte[]> bytes(Part file) {
        return DataBufferUtils.join(file.content(), Portraits.LARGEST_FILE).map(FaceController::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, _ -> Portraits.tooLarge());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
