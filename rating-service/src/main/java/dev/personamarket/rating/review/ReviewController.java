package dev.personamarket.rating.review;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.rating.subject.Subjects;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/marketplace/personalities/{personalityId}/ratings")
class ReviewController {

    private final Reviews reviews;
    private final HelpfulMarks marks;
    private final Subjects subjects;

    ReviewController(Reviews reviews, HelpfulMarks marks, Subjects subjects) {
        this.reviews = reviews;
        this.marks = marks;
        this.subjects = subjects;
    }

    @GetMapping
    Mono<ReviewPage> reviews(@PathVariable UUID personalityId, @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) Optional<Caller> caller) {
        var after = ReviewCursor.parse(cursor, ReviewSort.named(sort));
        return subjects.known(personalityId)
                .then(reviews.page(personalityId, after, limit, caller.map(Caller::id).orElse(null)));
    }

    @PutMapping("/{ratingId}/helpful")
    Mono<Helpfulness> mark(@PathVariable UUID personalityId, @PathVariable UUID ratingId, Caller caller) {
        return marks.mark(personalityId, ratingId, caller.id());
    }

    @DeleteMapping("/{ratingId}/helpful")
    Mono<Helpfulness> unmark(@PathVariable UUID personalityId, @PathVariable UUID ratingId, Caller caller) {
        return marks.unmark(personalityId, ratingId, caller.id());
    }
}
