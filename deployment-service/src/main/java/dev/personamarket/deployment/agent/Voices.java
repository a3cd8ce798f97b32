package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

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
        return database.sql("""
                SELECT a.deployment_id, a.personality_id, a.personality_version, a.name, a.avatar_url,
                    coalesce(p.archived, false) AS archived, a.channel_ids
                FROM agents a LEFT JOIN personas p ON p.personality_id = a.personality_id
                WHERE a.server_id = :server ORDER BY a.since, a.personality_id
                """).bind("server", server.value()).map(Voices::voice).all();
    }

    /** Who could speak where this happens. */
    Mono<Cast> cast(ServerId server, Interaction where) {
        return on(server).collectList().zipWith(chosen(where.channelId()), (voices, chosen) -> Cast.of(voices,
                voice -> voice.speaksIn(where.channelId(), where.parentId()), chosen));
    }

    /** At most one. */
    private Mono<List<UUID>> chosen(String channelId) {
        return database.sql("SELECT personality_id FROM speakers WHERE channel_id = :channel")
                .bind("channel", channelId).mapValue(UUID.class).all().collectList();
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
