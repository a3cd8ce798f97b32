package dev.personamarket.rating.rating;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import jakarta.validation.Valid;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/marketplace/personalities/{personalityId}")
class RatingController {

    private final Ratings ratings;
    private final Admission admission;

    RatingController(Ratings ratings, Admission admission) {
        this.ratings = ratings;
        this.admission = admission;
    }

    @PostMapping("/rate")
    Mono<Rated> rate(@PathVariable UUID personalityId, @Valid @RequestBody RateRequest request, Caller caller) {
        var key = RatingKey.of(personalityId, caller);
        var rate = ratings.rate(key, request);
        return rate.switchIfEmpty(admission.check(key).then(rate));
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

    private static Problem none() {
        return Problem.of(HttpStatus.NOT_FOUND, "rating-not-found", "You have not rated this personality.");
    }
}
