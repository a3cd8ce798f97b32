package dev.personamarket.rating.rating;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.rating.subject.Subjects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/marketplace/personalities/{personalityId}")
class RatingController {

    private final Ratings ratings;
    private final Reviews reviews;
    private final Subjects subjects;

    RatingController(Ratings ratings, Reviews reviews, Subjects subjects) {
        this.ratings = ratings;
        this.reviews = reviews;
        this.subjects = subjects;
    }

    /** Whether a personality can be rated is asked only when rating it came to nothing. */
    @PostMapping("/rate")
    Mono<Rated> rate(@PathVariable UUID personalityId, @Valid @RequestBody RateRequest request, Caller caller) {
        var rate = ratings.rate(RatingKey.of(personalityId, caller), request);
        return rate.switchIfEmpty(subjects.open(personalityId).then(rate));
    }

    @GetMapping("/rating")
    Mono<Rating> mine(@PathVariable UUID personalityId, Caller caller) {
        return ratings.find(RatingKey.of(personalityId, caller)).switchIfEmpty(Mono.error(RatingController::none));
    }

    @DeleteMapping("/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable UUID personalityId, Caller caller) {
        return ratings.withdraw(RatingKey.of(personalityId, caller))
                .switchIfEmpty(Mono.error(RatingController::none)).then();
    }

    @GetMapping("/ratings")
    Mono<ReviewPage> reviews(@PathVariable UUID personalityId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var after = ReviewCursor.parse(cursor);
        return subjects.known(personalityId).then(reviews.page(personalityId, after, limit));
    }

    private static Problem none() {
        return Problem.of(HttpStatus.NOT_FOUND, "rating-not-found", "You have not rated this personality.");
    }
}
