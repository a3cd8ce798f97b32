package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.outbox.Outbox;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

/** All personalities, whatever their status. The one place that stores a change: state, version, listing and events. */
@Repository
class Personalities {

    private static final String SELECT = """
            SELECT p.id, p.status, p.revision, p.draft::text AS draft, p.creator_id, p.created_at, p.updated_at,
                   v.version, v.content_hash, v.content::text AS content, v.published_at
            FROM personality p LEFT JOIN personality_version v ON v.personality_id = p.id AND v.version = p.version
            WHERE p.id = :id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final PublicListing listing;
    private final Outbox outbox;

    Personalities(DatabaseClient database, TransactionalOperator transactions, PublicListing listing, Outbox outbox) {
        this.database = database;
        this.transactions = transactions;
        this.listing = listing;
        this.outbox = outbox;
    }

    /** Fails with a 404 if there is none of this id. */
    Mono<Personality> get(PersonalityId id) {
        return one(SELECT, id);
    }

    /** Applies the verb to the current state, which nobody else can change meanwhile, and stores what it leads to. */
    Mono<Personality> change(PersonalityId id, Function<Personality, Change> verb) {
        return one(SELECT + "FOR UPDATE OF p", id).map(verb).flatMap(this::store).as(transactions::transactional);
    }

    Mono<Personality> store(Change change) {
        var personality = change.personality();
        return saveState(personality).then(saveVersion(personality.id(), change.newVersion()))
                .then(change.events().isEmpty() ? Mono.empty() : listing.show(personality))
                .then(outbox.append(change.events())).thenReturn(personality).as(transactions::transactional)
                .onErrorMap(DuplicateKeyException.class, _ -> slugTaken(personality));
    }

    private Mono<Personality> one(String select, PersonalityId id) {
        return database.sql(select).bind("id", id.value()).map(Personalities::personality).one()
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND, "personality-not-found",
                        "No personality has this id.")));
    }

    private Mono<Void> saveState(Personality personality) {
        var publication = personality.publication();
        return database.sql("""
                INSERT INTO personality (id, slug, status, revision, version, draft, creator_id, created_at, updated_at)
                VALUES (:id, :slug, :status, :revision, :version, CAST(:draft AS json), :creator, :created, :updated)
                ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, status = excluded.status,
                    revision = excluded.revision, version = excluded.version, draft = excluded.draft,
                    updated_at = excluded.updated_at
                """).bind("id", personality.id().value()).bind("slug", personality.draft().slug())
                .bind("status", personality.status().code()).bind("revision", personality.revision())
                .bind("version",
                        nullable(publication == null ? null : publication.version(), Integer.class))
                .bind("draft", personality.draft().json())
                .bind("creator", nullable(personality.creatorId(), UUID.class))
                .bind("created", personality.createdAt()).bind("updated", personality.updatedAt()).then();
    }

    private Mono<Void> saveVersion(PersonalityId id, @Nullable Publication version) {
        return version == null
                ? Mono.empty()
                : database.sql("""
                        INSERT INTO personality_version (personality_id, version, content, content_hash, published_at)
                        VALUES (:id, :version, CAST(:content AS json), :hash, :published)
                        """).bind("id", id.value()).bind("version", version.version())
                        .bind("content", version.content().json()).bind("hash", version.contentHash())
                        .bind("published", version.publishedAt()).then();
    }

    private static Personality personality(Readable row) {
        return new Personality(new PersonalityId(required(row, "id", UUID.class)),
                Status.of(required(row, "status", String.class)), required(row, "revision", Long.class),
                Content.fromJson(required(row, "draft", String.class)), publication(row),
                row.get("creator_id", UUID.class), required(row, "created_at", Instant.class),
                required(row, "updated_at", Instant.class));
    }

    private static @Nullable Publication publication(Readable row) {
        var version = row.get("version", Integer.class);
        return version == null
                ? null
                : new Publication(version, required(row, "content_hash", String.class),
                        Content.fromJson(required(row, "content", String.class)),
                        required(row, "published_at", Instant.class));
    }

    private static <T> Parameter nullable(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static Problem slugTaken(Personality personality) {
        return Problem.of(HttpStatus.CONFLICT, "slug-taken",
                "Another personality has the slug \"%s\".".formatted(personality.draft().slug()));
    }
}
