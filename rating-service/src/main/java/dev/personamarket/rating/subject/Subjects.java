package dev.personamarket.rating.subject;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.spi.Parameters;
import reactor.core.publisher.Mono;

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
        return database.sql("""
                SELECT personality_id, revision, version, archived, creator_id FROM subject WHERE personality_id = :id
                """).bind("id", personalityId).mapProperties(Subject.class).one();
    }

    /**
     * Applies only what is newer, so that replayed and reordered events come to the same end. Who made a personality
     * never changes and may be told by an event of any age.
     */
    private Mono<Void> keep(Subject subject) {
        return database
                .sql("""
                        INSERT INTO subject AS known (personality_id, revision, version, archived, creator_id)
                        VALUES (:id, :revision, :version, :archived, :creator)
                        ON CONFLICT (personality_id) DO UPDATE
                        SET revision = greatest(known.revision, excluded.revision),
                            version = CASE WHEN excluded.revision > known.revision THEN excluded.version ELSE known.version END,
                            archived = CASE WHEN excluded.revision > known.revision THEN excluded.archived ELSE known.archived END,
                            creator_id = coalesce(known.creator_id, excluded.creator_id)
                        WHERE excluded.revision > known.revision
                           OR known.creator_id IS NULL AND excluded.creator_id IS NOT NULL
                        """)
                .bind("id", subject.personalityId()).bind("revision", subject.revision())
                .bind("version", subject.version()).bind("archived", subject.archived())
                .bind("creator", subject.creatorId() == null ? Parameters.in(UUID.class) : subject.creatorId()).then();
    }
}
