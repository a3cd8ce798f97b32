package dev.personamarket.deployment.deployment;

import java.util.UUID;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.deployment.deployment.Transition.Counted;
import dev.personamarket.deployment.deployment.Transition.News;
import dev.personamarket.deployment.deployment.Transition.Nothing;
import dev.personamarket.deployment.deployment.Transition.Told;
import dev.personamarket.outbox.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All deployments. A transition and its event are stored here, in one transaction, and nowhere else. */
@Repository
class Deployments {

    private static final String LIVE = "status IN ('requested', 'awaiting_install', 'activating', 'active', 'degraded')";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Standings standings;
    private final Outbox outbox;

    Deployments(DatabaseClient database, TransactionalOperator transaction, Standings standings, Outbox outbox) {
        this.database = database;
        this.transaction = transaction;
        this.standings = standings;
        this.outbox = outbox;
    }

    Mono<Deployment> find(DeploymentId id) {
        return database.sql("SELECT * FROM deployments WHERE id = :id").bind("id", id.value())
                .map(DeploymentRow::read).one();
    }

    /** Empty when there is none, or when it is somebody else's. */
    Mono<Deployment> findOwn(DeploymentId id, UUID owner) {
        return database.sql("""
                SELECT d.* FROM deployments d JOIN deployment_owners o ON o.deployment_id = d.id
                WHERE d.id = :id AND o.owner_id = :owner
                """).bind("id", id.value()).bind("owner", owner).map(DeploymentRow::read).one();
    }

    /** Newest first, those that were asked for before that one. */
    Flux<Deployment> ownedBy(UUID owner, UUID before, int limit) {
        return database.sql("""
                SELECT d.* FROM deployment_owners o JOIN deployments d ON d.id = o.deployment_id
                WHERE o.owner_id = :owner AND o.deployment_id < :before
                ORDER BY o.deployment_id DESC LIMIT :limit
                """).bind("owner", owner).bind("before", before)
                .bind("limit", limit).map(DeploymentRow::read).all();
    }

    /**
     * Stores a requested deployment, or finds the live one of that server and personality that is there already; either
     * way it is the owner's too from now on.
     */
    Mono<Deployment> open(Transition requested) {
        var deployment = requested.deployment();
        return insert(deployment).filter(inserted -> inserted == 1)
                .flatMap(_ -> lease(deployment).then(tell(deployment, requested.news())).thenReturn(deployment))
                .switchIfEmpty(findLive(deployment.order()))
                .flatMap(live -> own(live, deployment.order().orderedBy()))
                .as(transaction::transactional)
                // the other one ended between our two looks: then there is room for ours
                .repeatWhenEmpty(3, again -> again);
    }

    private Mono<Long> insert(Deployment deployment) {
        var statement = database
                .sql("""
                        INSERT INTO deployments (id, personality_id, personality_version, server_id, server_name, channel_ids,
                            update_policy, requested_by, status, reason, missing_permissions, requested_at, updated_at, revision, due_at, attempts)
                        VALUES (:id, :personality, :version, :server, :serverName, :channels,
                            :policy, :requestedBy, :status, :reason, :missing, :requestedAt, :updatedAt, :revision, :dueAt, :attempts)
                        ON CONFLICT (server_id, personality_id) WHERE\s"""
                        + LIVE + " DO NOTHING");
        return DeploymentRow.bindOrder(DeploymentRow.bindState(statement, deployment), deployment)
                .fetch().rowsUpdated();
    }

    private Mono<Void> lease(Deployment deployment) {
        return database.sql("INSERT INTO server_leases (server_id) VALUES (:server) ON CONFLICT DO NOTHING")
                .bind("server", deployment.order().serverId().value()).then();
    }

    private Mono<Deployment> findLive(Order order) {
        return database.sql("SELECT * FROM deployments WHERE server_id = :server AND personality_id = :personality AND "
                + LIVE).bind("server", order.serverId().value()).bind("personality", order.personalityId())
                .map(DeploymentRow::read).one();
    }

    private Mono<Deployment> own(Deployment deployment, UUID owner) {
        return database.sql("""
                INSERT INTO deployment_owners (owner_id, deployment_id) VALUES (:owner, :deployment)
                ON CONFLICT DO NOTHING
                """).bind("owner", owner).bind("deployment", deployment.id().value()).then().thenReturn(deployment);
    }

    /** Fails with {@link OptimisticLockingFailureException} when somebody else changed it meanwhile. */
    Mono<Deployment> store(Transition transition) {
        var deployment = transition.deployment();
        return update(deployment).then(tell(deployment, transition.news())).thenReturn(deployment)
                .as(transaction::transactional);
    }

    private Mono<Void> update(Deployment deployment) {
        return DeploymentRow
                .bindState(
                        database.sql(
                                """
                                        UPDATE deployments SET personality_version = :version, channel_ids = :channels, update_policy = :policy,
                                            status = :status, reason = :reason, missing_permissions = :missing, updated_at = :updatedAt, revision = :revision, due_at = :dueAt, attempts = :attempts
                                        WHERE id = :id AND revision = :revision - 1
                                        """),
                        deployment)
                .fetch().rowsUpdated().filter(updated -> updated == 1)
                .switchIfEmpty(Mono.error(() -> new OptimisticLockingFailureException(
                        "Deployment %s was changed meanwhile".formatted(deployment.id()))))
                .then();
    }

    private Mono<Void> tell(Deployment deployment, News news) {
        return switch (news) {
            case Nothing() -> Mono.empty();
            case Told(var event) -> outbox.append(event);
            case Counted(var change, var event) -> standings.change(deployment.order().personalityId(), change)
                    .flatMap(standing -> outbox.append(event.apply(standing)));
        };
    }
}
