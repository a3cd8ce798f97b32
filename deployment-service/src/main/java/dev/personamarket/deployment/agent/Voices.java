package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.deployment.agent.Cast.Candidate;
import dev.personamarket.deployment.discord.Interaction;
import dev.personamarket.deployment.discord.ServerId;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** Who speaks on a server, and whom its managers have chosen for a channel. */
@Repository
class Voices {

    private final DatabaseClient database;

    Voices(DatabaseClient database) {
        this.database = database;
    }

    /** Those who live there longest come first. */
    Flux<Voice> on(ServerId server) {
        return candidates(server, "").map(Candidate::voice);
    }

    /** Who could speak where this happens. */
    Mono<Cast> cast(ServerId server, Interaction where) {
        return candidates(server, where.channelId()).collectList().map(all -> Cast.of(all,
                voice -> voice.speaksIn(where.channelId(), where.parentId())));
    }

    private Flux<Candidate> candidates(ServerId server, String channelId) {
        return database.sql("""
                SELECT a.deployment_id, a.personality_id, a.personality_version, a.name, p.avatar_url,
                    coalesce(p.archived, false) AS archived, a.channel_ids, s.channel_id IS NOT NULL AS chosen
                FROM agents a LEFT JOIN personas p ON p.personality_id = a.personality_id
                    LEFT JOIN speakers s ON s.channel_id = :channel AND s.personality_id = a.personality_id
                WHERE a.server_id = :server ORDER BY a.since, a.personality_id
                """).bind("server", server.value()).bind("channel", channelId)
                .map(row -> new Candidate(voice(row), required(row, "chosen", Boolean.class))).all();
    }

    /** From now on this one speaks in the channel, unless somebody else is asked for. */
    Mono<Void> choose(ServerId server, String channelId, Voice voice) {
        return database.sql("""
                INSERT INTO speakers (channel_id, server_id, personality_id) VALUES (:channel, :server, :personality)
                ON CONFLICT (channel_id) DO UPDATE SET personality_id = excluded.personality_id
                """).bind("channel", channelId).bind("server", server.value())
                .bind("personality", voice.personalityId()).then();
    }

    /** Forgets choices of who is gone. */
    Mono<Void> tidy() {
        return database.sql("""
                DELETE FROM speakers s WHERE NOT EXISTS (SELECT FROM agents a
                    WHERE a.server_id = s.server_id AND a.personality_id = s.personality_id)
                """).then();
    }

    private static Voice voice(Readable row) {
        return new Voice(required(row, "deployment_id", UUID.class), required(row, "personality_id", UUID.class),
                required(row, "personality_version", Integer.class), required(row, "name", String.class),
                row.get("avatar_url", String.class), required(row, "archived", Boolean.class),
                List.of(required(row, "channel_ids", String[].class)));
    }
}
