package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** The versions of what is served. */
@Repository
class History {

    private static final String VERSIONS = """
            SELECT v.version, v.published_at, changed_fields(b.content, v.content) AS changed
            FROM listing l JOIN personality_version v ON v.personality_id = l.personality_id
            LEFT JOIN personality_version b ON b.personality_id = v.personality_id AND b.version = v.version - 1
            WHERE %s ORDER BY v.version DESC LIMIT 100
            """;

    private final DatabaseClient database;

    History(DatabaseClient database) {
        this.database = database;
    }

    /** Fails with a 404 if nothing public has this id, or else this slug. */
    Mono<List<HistoryEntry>> of(String idOrSlug) {
        var identity = Identity.of(idOrSlug);
        return identity.bind(database.sql(VERSIONS.formatted(identity.condition()))).map(History::entry).all()
                .collectList().filter(entries -> !entries.isEmpty())
                .switchIfEmpty(Mono.error(Identity::unknown));
    }

    private static HistoryEntry entry(Readable row) {
        return new HistoryEntry(required(row, "version", Integer.class), required(row, "published_at", Instant.class),
                List.of(required(row, "changed", String[].class)));
    }
}
