package dev.personamarket.catalog.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * How each personality stands, learnt by events alone. They carry absolute values with a version, and only what is
 * newer is applied: repeated or out of order, all paths end in the same place. What people do adds heat that fades; it
 * is a sum, so the inbox sees to it that each event counts once.
 */
@Repository
class Standings {

    /** Whoever takes somebody home has thought longer about it than whoever says hello. */
    private static final double DEPLOYMENT = 5;
    private static final double PREVIEW = 1;

    private final DatabaseClient database;
    private final JsonMapper json;

    Standings(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By one statement, however many: of several about the same personality the newest is enough. */
    Mono<Void> rated(List<? extends Rated> events) {
        return database.sql("""
                INSERT INTO standing AS known
                    (personality_id, rating_version, rating_count, rating_average, rating_histogram, told_score)
                SELECT DISTINCT ON ("personalityId") "personalityId", version, count, average, histogram, score
                FROM jsonb_to_recordset(CAST(:events AS jsonb)) AS event ("personalityId" uuid, summary jsonb)
                CROSS JOIN LATERAL jsonb_to_record(summary) AS told
                    (version bigint, count integer, average numeric, histogram integer[], score double precision)
                ORDER BY "personalityId", version DESC
                ON CONFLICT (personality_id) DO UPDATE SET rating_version = excluded.rating_version,
                    rating_count = excluded.rating_count, rating_average = excluded.rating_average,
                    rating_histogram = excluded.rating_histogram, told_score = excluded.told_score
                WHERE known.rating_version < excluded.rating_version
                """).bind("events", json.writeValueAsString(events)).then();
    }

    Mono<Void> on(PersonalityDeployed event) {
        return deployed(event.personalityId(), event.standing())
                .then(warm(event.personalityId(), DEPLOYMENT, event.deployedAt()));
    }

    Mono<Void> on(PreviewStarted event) {
        return warm(event.personalityId(), PREVIEW, event.startedAt());
    }

    Mono<Void> on(PersonalityUndeployed event) {
        return deployed(event.personalityId(), event.standing());
    }

    private Mono<Void> deployed(UUID personalityId, DeploymentStanding standing) {
        return database.sql("""
                INSERT INTO standing AS known (personality_id, deployment_version, deploy_count)
                VALUES (:id, :version, :active)
                ON CONFLICT (personality_id) DO UPDATE SET deployment_version = excluded.deployment_version,
                    deploy_count = excluded.deploy_count
                WHERE known.deployment_version < excluded.deployment_version
                """).bind("id", personalityId).bind("version", standing.version()).bind("active", standing.active())
                .then();
    }

    /** Counts at its own time, though it is told later; but nothing counts from the future. */
    private Mono<Void> warm(UUID personalityId, double weight, Instant at) {
        return database.sql("""
                INSERT INTO standing AS known (personality_id, heat)
                VALUES (:id, warmed(half_lives(now()), log(:weight) / log(2) + half_lives(least(:at, now()))))
                ON CONFLICT (personality_id) DO UPDATE
                SET heat = warmed(known.heat, log(:weight) / log(2) + half_lives(least(:at, now())))
                """).bind("id", personalityId).bind("weight", weight).bind("at", at).then();
    }
}
