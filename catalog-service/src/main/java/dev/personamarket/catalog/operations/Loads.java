package dev.personamarket.catalog.operations;

import org.springframework.r2dbc.core.DatabaseClient;

import dev.personamarket.defaults.operations.CannotRunException;
import reactor.core.publisher.Mono;

/** What has been loaded, of which file. */
class Loads {

    private final DatabaseClient database;

    Loads(DatabaseClient database) {
        this.database = database;
    }

    /** How far the file of this digest was loaded before; empty if never. */
    Mono<Progress> find(String digest) {
        return database.sql("""
                SELECT digest, records, created, revised, unchanged, refused, rejected_bytes, finished_at
                FROM load WHERE digest = :digest
                """).bind("digest", digest).mapProperties(Progress.class).one();
    }

    /** Begins a load, or begins it anew. */
    Mono<Progress> begin(String digest, String file) {
        return database.sql("""
                INSERT INTO load (digest, file) VALUES (:digest, :file)
                ON CONFLICT (digest) DO UPDATE SET file = excluded.file, records = 0, created = 0, revised = 0,
                    unchanged = 0, refused = 0, rejected_bytes = 0, started_at = now(), finished_at = NULL
                """).bind("digest", digest).bind("file", file).then().thenReturn(Progress.none(digest));
    }

    /** Keeps the progress, in the transaction that makes it; fails if somebody else has gone on meanwhile. */
    Mono<Progress> advance(Progress before, Progress now) {
        return database.sql("""
                UPDATE load SET records = :records, created = :created, revised = :revised, unchanged = :unchanged,
                    refused = :refused, rejected_bytes = :rejectedBytes
                WHERE digest = :digest AND records = :before
                """).bind("records", now.records()).bind("created", now.created()).bind("revised", now.revised())
                .bind("unchanged", now.unchanged()).bind("refused", now.refused())
                .bind("rejectedBytes", now.rejectedBytes()).bind("digest", now.digest())
                .bind("before", before.records()).fetch().rowsUpdated()
                .filter(updated -> updated == 1).map(_ -> now)
                .switchIfEmpty(
                        Mono.error(() -> new CannotRunException("another load of this file has gone on meanwhile")));
    }

    Mono<Void> finish(String digest) {
        return database.sql("UPDATE load SET finished_at = now() WHERE digest = :digest").bind("digest", digest).then();
    }
}
