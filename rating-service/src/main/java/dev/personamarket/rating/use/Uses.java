package dev.personamarket.rating.use;

import org.springframework.stereotype.Component;

import dev.personamarket.rating.rating.Ratings;
import reactor.core.publisher.Mono;

/** What people do with personalities, which verifies their ratings. Visitors give none, so nothing is kept of them. */
@Component
class Uses {

    private final Ratings ratings;

    Uses(Ratings ratings) {
        this.ratings = ratings;
    }

    Mono<Void> on(PreviewReplied event) {
        return event.userId() == null ? Mono.empty() : ratings.use(event.personalityId(), event.userId());
    }

    Mono<Void> on(PersonalityDeployed event) {
        return ratings.use(event.personalityId(), event.deployedBy());
    }
}
