package dev.personamarket.deployment.persona;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** The newest state of every personality; an older event than the one last applied changes nothing. */
@Repository
public class Personas {

    private final DatabaseClient database;

    Personas(DatabaseClient database) {
        this.database = database;
    }

    /** Empty when no event has told of this personality yet. */
    public Mono<Persona> find(UUID personalityId) {
        return database.sql("SELECT * FROM personas WHERE personality_id = :id")
                .bind("id", personalityId).map(Personas::persona).one();
    }

    /** Those of them that events have told of, archived ones too. */
    public Mono<Map<UUID, Persona>> of(Collection<UUID> personalities) {
        return database.sql("SELECT * FROM personas WHERE personality_id = ANY(:ids)")
                .bind("ids", personalities.toArray(UUID[]::new)).map(Personas::persona).all()
                .collectMap(Persona::personalityId);
    }

    Mono<Void> on(PersonalityPublished event) {
        return database.sql("""
                INSERT INTO personas AS known (personality_id, revision, version, name, tagline, avatar_url, archived)
                VALUES (:id, :revision, :version, :name, :tagline, :avatar, false)
                ON CONFLICT (personality_id) DO UPDATE
                SET revision = excluded.revision, version = excluded.version, name = excluded.name,
                    tagline = excluded.tagline, avatar_url = excluded.avatar_url, archived = false
                WHERE known.revision < excluded.revision
                """).bind("id", event.personalityId()).bind("revision", event.revision())
                .bind("version", event.version()).bind("name", event.nameOnDiscord()).bind("tagline", event.tagline())
                .bind("avatar", Parameters.in(R2dbcType.VARCHAR, event.avatarUrl())).then();
    }

    Mono<Void> on(PersonalityArchived event) {
        return database.sql("""
                INSERT INTO personas AS known (personality_id, revision, version, archived)
                VALUES (:id, :revision, :version, true)
                ON CONFLICT (personality_id) DO UPDATE
                SET revision = excluded.revision, version = excluded.version, archived = true
                WHERE known.revision < excluded.revision
                """).bind("id", event.personalityId()).bind("revision", event.revision())
                .bind("version", event.version()).then();
    }

    private static Persona persona(Readable row) {
        return new Persona(required(row, "personality_id", UUID.class), required(row, "version", Integer.class),
                required(row, "name", String.class), required(row, "tagline", String.class),
                row.get("avatar_url", String.class), required(row, "archived", Boolean.class));
    }
}
