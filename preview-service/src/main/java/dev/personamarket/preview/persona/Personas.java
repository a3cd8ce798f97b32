package dev.personamarket.preview.persona;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.outbox.Outbox;
import dev.personamarket.preview.model.ChatMessage;
import dev.personamarket.preview.model.Generation;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import static java.util.Objects.requireNonNull;

/** The personalities that can speak, each in its newest known revision. */
@Repository
public class Personas {

    private static final TypeReference<List<List<ChatMessage>>> CONVERSATIONS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Outbox outbox;

    Personas(DatabaseClient database, JsonMapper json, Outbox outbox) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
    }

    /** The personality; 404 when it is unknown or withdrawn. */
    public Mono<Persona> speaking(UUID personalityId) {
        return database.sql("""
                SELECT personality_id, version, name, system_prompt, greeting, examples::text, nickname,
                       prompt_sections::text, generation::text, open
                FROM persona WHERE personality_id = :id AND name IS NOT NULL
                """).bind("id", personalityId).map(this::persona).one()
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                        "No personality that can speak has this id.")));
    }

    /** Keeps it and tells what it was compiled to, in the caller's transaction. */
    Mono<Void> on(PromptPublished event) {
        return database.sql("""
                INSERT INTO persona (personality_id, revision, version, name, system_prompt, greeting, examples,
                                     nickname, prompt_sections, generation, open)
                VALUES (:id, :revision, :version, :name, :prompt, :greeting, CAST(:examples AS jsonb),
                        :nickname, CAST(:sections AS jsonb), CAST(:generation AS jsonb), :open)
                ON CONFLICT (personality_id) DO UPDATE
                SET (revision, version, name, system_prompt, greeting, examples, nickname, prompt_sections, generation,
                     open)
                  = (excluded.revision, excluded.version, excluded.name, excluded.system_prompt, excluded.greeting,
                     excluded.examples, excluded.nickname, excluded.prompt_sections, excluded.generation,
                     excluded.open)
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

    /** Forgets the prompt, but not the revision: an older event that comes late must not bring it back. */
    Mono<Void> on(PromptWithdrawn event) {
        return database.sql("""
                INSERT INTO persona (personality_id, revision, version) VALUES (:id, :revision, :version)
                ON CONFLICT (personality_id) DO UPDATE
                SET (revision, version, name, system_prompt, greeting, examples, nickname, prompt_sections, generation)
                  = (excluded.revision, excluded.version, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                WHERE excluded.revision > persona.revision
                """).bind("id", event.personalityId()).bind("revision", event.revision())
                .bind("version", event.version()).then();
    }

    private Persona persona(Readable row) {
        var name = requireNonNull(row.get(2, String.class));
        var sections = row.get(7, String.class);
        var generation = row.get(8, String.class);
        var persona = new Persona(requireNonNull(row.get(0, UUID.class)), requireNonNull(row.get(1, Integer.class)),
                name, requireNonNull(row.get(3, String.class)), requireNonNull(row.get(4, String.class)),
                json.readValue(requireNonNull(row.get(5, String.class)), CONVERSATIONS),
                sections == null ? PromptSections.NONE : json.readValue(sections, PromptSections.class),
                generation == null ? Generation.USUAL : json.readValue(generation, Generation.class),
                Boolean.TRUE.equals(row.get(9, Boolean.class)));
        return new Macros(Objects.requireNonNullElse(row.get(6, String.class), name)).expand(persona);
    }
}
