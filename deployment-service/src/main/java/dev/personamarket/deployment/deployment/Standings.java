package dev.personamarket.deployment.deployment;

import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** The count of active deployments per personality, changed in the transaction that changes a deployment. */
@Repository
class Standings {

    private final DatabaseClient database;

    Standings(DatabaseClient database) {
        this.database = database;
    }

    /** The row stays locked until the transaction ends, so versions are told in the order in which they happened. */
    Mono<Standing> change(UUID personalityId, int by) {
        return database
                .sql("""
                        INSERT INTO standings AS known (personality_id, active, version) VALUES (:personality, greatest(:by, 0), 1)
                        ON CONFLICT (personality_id) DO UPDATE SET active = known.active + :by, version = known.version + 1
                        RETURNING active, version
                        """)
                .bind("personality", personalityId).bind("by", by)
                .map(row -> new Standing(required(row, "version", Long.class),
                        required(row, "active", Integer.class)))
                .one();
    }
}
