package dev.personamarket.rating.subject;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static java.util.Objects.requireNonNull;

/** The personalities that this service has heard of, each in its newest known state. */
@Repository
public class Subjects {

    private final DatabaseClient database;

    Subjects(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> on(PersonalityPublished event) {
        return keep(Subject.of(event));
    }

    Mono<Void> on(PersonalityArchived event) {
        return keep(Subject.of(event));
    }

    /** The personality; 404 when none of this id was ever published, archived ones are found. */
    public Mono<Subject> known(UUID personalityId) {
        return find(personalityId).switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND,
                "personality-not-found", "No personality has this id.")));
    }

    /** As {@link #known}; 409 when the personality is archived. */
    public Mono<Subject> open(UUID personalityId) {
        return known(personalityId).filter(subject -> !subject.archived())
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.CONFLICT, "personality-archived",
                        "This personality is no longer offered, so it cannot be rated.")));
    }

    Mono<Subject> find(UUID personalityId) {
        return database
                .sql("SELECT personality_id, revision, version, archived FROM subject WHERE personality_id = :id")
                .bind("id", personalityId).map(Subjects::subject).one();
    }

    /** Applies only what is newer, so that replayed and reordered events come to the same end. */
    private Mono<Void> keep(Subject subject) {
        return database.sql("""
                INSERT INTO subject (personality_id, revision, version, archived)
                VALUES (:id, :revision, :version, :archived)
                ON CONFLICT (personality_id) DO UPDATE
                SET (revision, version, archived) = (excluded.revision, excluded.version, excluded.archived)
                WHERE excluded.revision > subject.revision
                """).bind("id", subject.personalityId()).bind("revision", subject.revision())
                .bind("version", subject.version()).bind("archived", subject.archived()).then();
    }

    private static Subject subject(Readable row) {
        return new Subject(requireNonNull(row.get("personality_id", UUID.class)),
                requireNonNull(row.get("revision", Long.class)), requireNonNull(row.get("version", Integer.class)),
                requireNonNull(row.get("archived", Boolean.class)));
    }
}
