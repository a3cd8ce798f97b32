package dev.personamarket.deployment.deployment;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/**
 * What is due, handed out to one worker at a time, of all workers of all instances, and for one server at a time. A
 * worker that dies leaves its lease to run out; then another goes on.
 */
@Repository
class Worklist {

    /** The right to work on a deployment, and on its server alone. */
    record Lease(DeploymentId deployment, String serverId, OffsetDateTime until) {}

    private final DatabaseClient database;

    Worklist(DatabaseClient database) {
        this.database = database;
    }

    /** What has been due longest; empty when nothing is, or when all that is lies with other workers. */
    Mono<Lease> take(Duration time) {
        return database.sql("""
                WITH due AS (
                    SELECT d.id, d.server_id FROM deployments d JOIN server_leases l ON l.server_id = d.server_id
                    WHERE d.due_at <= now() AND l.until <= now()
                    ORDER BY d.due_at LIMIT 1 FOR UPDATE OF l SKIP LOCKED)
                UPDATE server_leases SET until = now() + make_interval(secs => :seconds) FROM due
                WHERE server_leases.server_id = due.server_id
                RETURNING due.id, due.server_id, server_leases.until
                """).bind("seconds", time.toMillis() / 1000.0)
                .map(row -> new Lease(new DeploymentId(required(row, "id", UUID.class)),
                        required(row, "server_id", String.class),
                        required(row, "until", OffsetDateTime.class)))
                .one();
    }

    /** Gives the server back, unless the time was over and somebody else has it. */
    Mono<Void> giveBack(Lease lease) {
        return database.sql("""
                UPDATE server_leases SET until = '-infinity' WHERE server_id = :server AND until = :until
                """).bind("server", lease.serverId()).bind("until", lease.until()).then();
    }
}
