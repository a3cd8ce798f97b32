package dev.personamarket.preview.persona;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.model.Generation;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static dev.personamarket.defaults.database.Column.required;

/** The personalities that can speak: as their newest version, or as any that they were ever published in. */
@Repository
public class Personas {

    private final DatabaseClient database;
    private final PersonaRows rows;
    private final JsonMapper json;
    private final Outbox outbox;

    Personas(DatabaseClient database, JsonMapper json, Outbox outbox) {
        this.database = database;
        this.rows = new PersonaRows(json);
        this.json = json;
        this.outbox = outbox;
    }

    /** The personality in its newest version; 404 when it is unknown or withdrawn. */
    public Mono<Persona> speaking(UUID personalityId) {
        return database.sql("""
                SELECT spoken.* FROM persona JOIN persona_version spoken USING (personality_id, version)
                WHERE personality_id = :id AND withdrawn_at IS NULL
                """).bind("id", personalityId).map(rows::persona).one()
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                        "No personality that can speak has this id.")));
    }

    /** The personality in this version. Its prompt is open only if that of the newest version is so, too. */
    public Mono<Voice> voice(UUID personalityId, int version) {
        return database.sql("""
                SELECT spoken.personality_id, spoken.version, spoken.name, spoken.nickname, spoken.system_prompt,
                    spoken.greeting, spoken.examples, spoken.prompt_sections, spoken.generation,
                    spoken.open AND newest.open AS open, persona.version AS newest,
                    withdrawn_at IS NOT NULL AS withdrawn
                FROM persona LEFT JOIN persona_version newest USING (personality_id, version)
                    LEFT JOIN persona_version spoken
                        ON spoken.personality_id = persona.personality_id AND spoken.version = :version
                WHERE persona.personality_id = :id
                """).bind("id", personalityId).bind("version", version).map(row -> voice(row, version)).one()
                .defaultIfEmpty(new Voice.Unheard());
    }

    private Voice voice(Readable row, int version) {
        if (required(row, "withdrawn", Boolean.class)) {
            return new Voice.Withdrawn();
        }
        if (row.get("name") != null) {
            return new Voice.Speaking(rows.persona(row));
        }
        return version > required(row, "newest", Integer.class) ? new Voice.Unheard() : new Voice.Unknown();
    }

    /**
     * Keeps the version, and tells what it was compiled to if it is the newest. In the caller's transaction; whichever
     * order events come in, the newest revision of each version stays, and the newest of all is spoken.
     */
    Mono<Void> on(PromptPublished event) {
        return database.sql("""
                WITH kept AS (
                    INSERT INTO persona_version (personality_id, version, revision, name, nickname, system_prompt,
                        greeting, examples, prompt_sections, generation, open)
                    VALUES (:id, :version, :revision, :name, :nickname, :prompt, :greeting, CAST(:examples AS jsonb),
                        CAST(:sections AS jsonb), CAST(:generation AS jsonb), :open)
                    ON CONFLICT (personality_id, version) DO UPDATE
                    SET (revision, name, nickname, system_prompt, greeting, examples, prompt_sections, generation, open)
                      = (excluded.revision, excluded.name, excluded.nickname, excluded.system_prompt,
                         excluded.greeting, excluded.examples, excluded.prompt_sections, excluded.generation,
                         excluded.open)
                    WHERE excluded.revision > persona_version.revision
                )
                INSERT INTO persona (personality_id, revision, version) VALUES (:id, :revision, :version)
                ON CONFLICT (personality_id) DO UPDATE
                SET (revision, version, withdrawn_at) = (excluded.revision, excluded.version, NULL)
                WHERE excluded.revision > persona.revision
                """).bind("id", event.personalityId()).bind("revision", event.revision())
                .bind("version", event.version()).bind("name", event.name()).bind("prompt", event.systemPrompt())
                .bind("greeting", event.greeting()).bind("examples", json.writeValueAsString(event.examples()))
                .bind("open", event.isOpen()).bind("nickname", Parameters.in(R2dbcType.VARCHAR, event.nickname()))
                .bind("sections", json.writeValueAsString(
                        Objects.requireNonNullElse(event.promptSections(), PromptSections.NONE)))
                .bind("generation", json.writeValueAsString(
                        Objects.requireNonNullElse(event.generation(), Generation.USUAL)))
                .fetch().rowsUpdated().filter(updated -> updated > 0)
                .flatMap(_ -> outbox.append(PromptCompiled.of(event)));
    }

    /** Silences it in all versions. The revision stays: an older event that comes late must not bring it back. */
    Mono<Void> on(PromptWithdrawn event) {
        return database.sql("""
                INSERT INTO persona (personality_id, revision, version, withdrawn_at)
                VALUES (:id, :revision, :version, now())
                ON CONFLICT (personality_id) DO UPDATE
                SET (revision, version, withdrawn_at) = (excluded.revision, excluded.version, excluded.withdrawn_at)
                WHERE excluded.revision > persona.revision
                """).bind("id", event.personalityId()).bind("revision", event.revision())
                .bind("version", event.version()).then();
    }

    /** Forgets the prompts of those that have been withdrawn for so long. */
    Mono<Long> forgetWithdrawn(Duration kept) {
        return database.sql("""
                DELETE FROM persona_version USING persona
                WHERE persona.personality_id = persona_version.personality_id
                    AND withdrawn_at < now() - make_interval(secs => :seconds)
                """).bind("seconds", (double) kept.toSeconds()).fetch().rowsUpdated();
    }
}
