package dev.personamarket.deployment.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.deployment.discord.ServerId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** Every agent, on whatever server. Changes take part in the caller's transaction. */
@Repository
public class Agents {

    private final DatabaseClient database;

    Agents(DatabaseClient database) {
        this.database = database;
    }

    public Flux<Agent> on(ServerId server) {
        return database.sql("SELECT * FROM agents WHERE server_id = :server ORDER BY since, personality_id")
                .bind("server", server.value()).map(Agents::agent).all();
    }

    /** Adds it, or changes the one that its deployment made before. */
    public Mono<Void> put(Agent agent) {
        return database.sql("""
                INSERT INTO agents (server_id, personality_id, personality_version, deployment_id, name, tagline,
                                    avatar_url, channel_ids, since)
                VALUES (:server, :personality, :version, :deployment, :name, :tagline, :avatar, :channels, :since)
                ON CONFLICT (deployment_id) DO UPDATE
                SET personality_version = excluded.personality_version, name = excluded.name,
                    tagline = excluded.tagline, avatar_url = excluded.avatar_url, channel_ids = excluded.channel_ids
                """).bind("server", agent.serverId().value()).bind("personality", agent.personalityId())
                .bind("version", agent.personalityVersion()).bind("deployment", agent.deploymentId())
                .bind("name", agent.name()).bind("tagline", agent.tagline())
                .bind("avatar", Parameters.in(R2dbcType.VARCHAR, agent.avatarUrl()))
                .bind("channels", agent.channelIds().toArray(String[]::new)).bind("since", agent.since()).then();
    }

    /** Where the agent that a deployment made answers from now on; nothing when it has made none. */
    public Mono<Void> move(UUID deploymentId, List<String> channelIds) {
        return database.sql("UPDATE agents SET channel_ids = :channels WHERE deployment_id = :deployment")
                .bind("channels", channelIds.toArray(String[]::new)).bind("deployment", deploymentId).then();
    }

    /** Removes the agent that a deployment made; nothing when it has made none. */
    public Mono<Void> removeOf(UUID deploymentId) {
        return database.sql("DELETE FROM agents WHERE deployment_id = :deployment")
                .bind("deployment", deploymentId).then();
    }

    private static Agent agent(Readable row) {
        return new Agent(new ServerId(required(row, "server_id", String.class)),
                required(row, "personality_id", UUID.class),
                required(row, "personality_version", Integer.class), required(row, "deployment_id", UUID.class),
                required(row, "name", String.class), required(row, "tagline", String.class),
                row.get("avatar_url", String.class),
                List.of(required(row, "channel_ids", String[].class)), required(row, "since", Instant.class));
    }
}
