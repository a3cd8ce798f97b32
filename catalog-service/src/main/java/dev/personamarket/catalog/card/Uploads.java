package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Optional;

import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

import dev.personamarket.catalog.card.CardImport.Upload;
import dev.personamarket.defaults.problems.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of a request. They wait on the disk, and one of them at a time comes into memory. */
record Uploads(List<FilePart> files, boolean dryRun) {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 120;

    /** Fails with a 400 if there is none, and with a 413 if there are more than ten or one has more than 20 MiB. */
    static Mono<Uploads> of(ServerWebExchange exchange) {
        return exchange.getMultipartData().onErrorMap(DecodingException.class, _ -> Problem.of(HttpStatus.BAD_REQUEST,
                "invalid-request", "The form is broken, or has too many parts.")).map(Uploads::of);
    }

    private static Uploads of(MultiValueMap<String, Part> form) {
        var files = form.values().stream().flatMap(List::stream).filter(FilePart.class::isInstance)
                .map(FilePart.class::cast).toList();
        if (files.isEmpty()) {
            throw Problem.invalid("file", "must be there: at least one card");
        }
        if (files.size() > MOST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large",
                    "There may be %d files at once, not %d.".formatted(MOST, files.size()));
        }
        return new Uploads(files, form.getFirst("dryRun") instanceof FormFieldPart field
                && Boolean.parseBoolean(field.value()));
    }

    Flux<Mono<Upload>> all() {
        return Flux.fromIterable(files).map(Uploads::upload);
    }

    private static Mono<Upload> upload(FilePart file) {
        return DataBufferUtils.join(file.content(), Charx.LARGEST).map(buffer -> {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return bytes;
        }).defaultIfEmpty(new byte[0]).map(bytes -> new Upload(name(file), bytes));
    }

    private static String name(FilePart file) {
        return Optional.of(Excerpt.cut(file.filename().replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}]", ""), LONGEST_NAME).strip())
                .filter(name -> !name.isEmpty()).orElse("file");
    }
}
