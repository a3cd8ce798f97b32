package dev.personamarket.deployment.persona;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** What each published version was compiled to, as preview-service tells it; of a version compiled again, the newest. */
@Repository
public class PromptHashes {

    /** One version of a personality. */
    public record Version(UUID personalityId, int number) {}

    private final DatabaseClient database;

    PromptHashes(DatabaseClient database) {
        this.database = database;
    }

    /** The hashes of these versions, as far as they are known. */
    public Mono<Map<Version, String>> of(Collection<Version> versions) {
        return database.sql("""
                SELECT DISTINCT personality_id, version, prompt_hash FROM prompt_hashes
                JOIN unnest(:personalities, :versions) AS wanted (personality_id, version)
                    USING (personality_id, version)
                """).bind("personalities", versions.stream().map(Version::personalityId).toArray(UUID[]::new))
                .bind("versions", versions.stream().map(Version::number).toArray(Integer[]::new))
                .map(row -> Map.entry(new Version(required(row, "personality_id", UUID.class),
                        required(row, "version", Integer.class)), required(row, "prompt_hash", String.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> on(PromptCompiled event) {
        return database.sql("""
                INSERT INTO prompt_hashes AS known (personality_id, version, revision, prompt_hash)
                VALUES (:id, :version, :revision, :hash)
                ON CONFLICT (personality_id, version) DO UPDATE
                SET revision = excluded.revision, prompt_hash = excluded.prompt_hash
                WHERE known.revision <= excluded.revision
                """).bind("id", event.personalityId()).bind("version", event.version())
                .bind("revision", event.revision()).bind("hash", event.promptHash()).then();
    }
}
