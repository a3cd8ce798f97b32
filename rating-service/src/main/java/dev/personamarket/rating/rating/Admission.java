package dev.personamarket.rating.rating;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.rating.subject.Subjects;
import reactor.core.publisher.Mono;

/** Who may rate what. Asked only when rating came to nothing, since the statement that rates knows it by itself. */
@Component
class Admission {

    private final Subjects subjects;
    private final DatabaseClient database;
    private final boolean requireUse;

    Admission(Subjects subjects, DatabaseClient database, RatingProperties settings) {
        this.subjects = subjects;
        this.database = database;
        requireUse = settings.requireUse();
    }

    /**
     * Fails with the reason why this rating is refused: 404 for an unknown personality, 409 for an archived one, 403 for
     * the rater's own and, where that is required, for one that the rater has not used. Empty when nothing is against it.
     */
    Mono<Void> check(RatingKey key) {
        return subjects.open(key.personalityId()).filter(subject -> !key.raterId().equals(subject.creatorId()))
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.FORBIDDEN, "own-personality",
                        "This personality is yours; its rating is up to others.")))
                .then(requireUse ? hasUsed(key) : Mono.empty());
    }

    private Mono<Void> hasUsed(RatingKey key) {
        return database.sql("SELECT used FROM rating WHERE personality_id = :personality AND rater_id = :rater")
                .bind("personality", key.personalityId()).bind("rater", key.raterId()).mapValue(Boolean.class).one()
                .filter(used -> used)
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.FORBIDDEN, "use-it-first",
                        "Try this personality before you rate it: chat with it until it answers, or deploy it to a server.")))
                .then();
    }
}
