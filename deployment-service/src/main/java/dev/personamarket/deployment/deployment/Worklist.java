package dev.personamarket.deployment.deployment;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.deployment.discord.Lookout;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.persona.PersonaFollower;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/**
 * What is due, handed out to one worker at a time, of all workers of all instances, and for one server at a time. A
 * worker that dies leaves its lease to run out; then another goes on.
 */
@Repository
class Worklist implements Lookout, PersonaFollower {

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

    /**
     * What somebody was busy with at that moment is looked at again: a new revision makes void what they would store.
     */
    @Override
    public Mono<Void> lookAt(ServerId server) {
        return database.sql("""
                UPDATE deployments SET due_at = now(), revision = revision + 1
                WHERE server_id = :server AND status IN ('awaiting_install', 'active', 'degraded')
                """).bind("server", server.value()).then();
    }

    /** Has those deployed looked at whose server is not among these. */
    Mono<Long> lookAtAllBut(Collection<ServerId> servers) {
        return database.sql("""
                UPDATE deployments SET due_at = now(), revision = revision + 1
                WHERE status IN ('active', 'degraded') AND server_id <> ALL(:servers)
                """).bind("servers", servers.stream().map(ServerId::value).toArray(String[]::new)).fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> changed(UUID personalityId) {
        return database.sql("""
                UPDATE deployments SET due_at = now(), revision = revision + 1
                WHERE personality_id = :personality AND status IN ('active', 'degraded') AND update_policy = 'auto'
                """).bind("personality", personalityId).then();
    }

    /** Gives the server back, unless the time was over and somebody else has it. */
    Mono<Void> giveBack(Lease lease) {
        return database.sql("""
                UPDATE server_leases SET until = '-infinity' WHERE server_id = :server AND until = :until
                """).bind("server", lease.serverId()).bind("until", lease.until()).then();
    }
}
