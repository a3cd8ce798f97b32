package dev.personamarket.catalog.avatar;

import java.time.Duration;
import java.util.List;

import org.springframework.http.HttpStatus;

import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;

/** Why a picture is not taken. Each names the field {@code file}. */
final class Refusal {

    private Refusal() {}

    /** 413. */
    static Problem tooLarge() {
        return refusal(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "A picture may have 5 MB.");
    }

    /** 415. */
    static Problem anotherKind() {
        return refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-picture",
                "The file is not a PNG, JPEG, WebP or GIF picture, whatever it is called.");
    }

    /** 400. */
    static Problem broken() {
        return Problem.invalid("file", "is broken: the picture cannot be read to its end");
    }

    /** 400. */
    static Problem tooManyPixels(int width, int height) {
        return Problem.invalid("file",
                ("is too large with %d × %d pixels: it may have 32 megapixels, and 16 if it is a "
                        + "progressive JPEG or a WebP; no side may be longer than 16,384").formatted(width, height));
    }

    /** 400. */
    static Problem tooSmall(int width, int height) {
        return Problem.invalid("file",
                "is too small with %d × %d pixels: each side must have 64 at least".formatted(width, height));
    }

    /** 503. */
    static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable",
                "Too many pictures are being read right now. Nothing was changed; try again soon.")
                .retryAfter(Duration.ofSeconds(5));
    }

    private static Problem refusal(HttpStatus status, String slug, String sentence) {
        return Problem.of(status, slug, sentence).with(List.of(new FieldFault("file", sentence)));
    }
}
