package dev.personamarket.catalog.personality;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.defaults.problems.Problem;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** Every version that there ever was. None ever changes. */
@Repository
class Versions {

    private static final String SELECT = """
            SELECT v.version, v.content_hash, v.published_at, v.publisher_id, v.publisher_name,
                   v.content::text AS content, changed_fields(b.content, v.content) AS changed,
                   c.slug AS category, c.name AS category_name
            FROM personality_version v LEFT JOIN category c
                ON c.slug = present_category(v.content -> 'category' ->> 'slug')
            LEFT JOIN personality_version b
                ON b.personality_id = v.personality_id AND b.version = v.version - 1
            WHERE v.personality_id = :id AND\s""";

    private final DatabaseClient database;

    Versions(DatabaseClient database) {
        this.database = database;
    }

    /** Adds those that the changes bring with them, within the caller's transaction. */
    Mono<Void> add(List<Change> all, Actor publisher) {
        var changes = all.stream().filter(change -> change.newVersion() != null).toList();
        var versions = changes.stream().map(Change::newVersion).filter(Objects::nonNull).toList();
        return versions.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        INSERT INTO personality_version (personality_id, version, content, content_hash, published_at,
                                                         publisher_id, publisher_name)
                        SELECT id, version, CAST(content AS json), hash, published_at, :publisher, :name
                        FROM unnest(:ids, :versions, :contents, :hashes, :published)
                            AS new (id, version, content, hash, published_at)
                        """).bind("ids", Columns.of(changes, UUID[]::new, change -> change.personality().id().value()))
                        .bind("versions", Columns.of(versions, Integer[]::new, Publication::version))
                        .bind("contents", Columns.of(versions, String[]::new, version -> version.content().json()))
                        .bind("hashes", Columns.of(versions, String[]::new, Publication::contentHash))
                        .bind("published", Columns.of(versions, Instant[]::new, Publication::publishedAt))
                        .bind("publisher", Columns.id(publisher.id())).bind("name", publisher.name()).then();
    }

    /** The newest first. Fails with a 400 if the cursor is not of this list. */
    Mono<VersionPage> page(PersonalityId id, int limit, @Nullable String cursor) {
        var list = "versions of " + id;
        var before = cursor == null ? Integer.MAX_VALUE : number(Cursor.decode(cursor, list));
        return database.sql(SELECT + "v.version < :before ORDER BY v.version DESC LIMIT :limit")
                .bind("id", id.value()).bind("before", before).bind("limit", limit + 1).map(Versions::version).all()
                .collectList().map(found -> page(id, found, limit, list));
    }

    /** Fails with a 404 if there is no such version. */
    Mono<Version> get(PersonalityId id, int number) {
        return database.sql(SELECT + "v.version = :number").bind("id", id.value()).bind("number", number)
                .map(Versions::version).one().switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND,
                        "version-not-found", "The personality has no version %d.".formatted(number))));
    }

    /** What a version says. Fails with a 404 if there is no such version. */
    Mono<Content> content(PersonalityId id, int number) {
        return get(id, number).map(Version::content);
    }

    private static VersionPage page(PersonalityId id, List<Version> found, int limit, String list) {
        var items = found.stream().limit(limit).map(VersionPage.Item::of).toList();
        var next = found.size() > limit
                ? new Cursor(String.valueOf(items.getLast().version()), id.value()).encode(list)
                : null;
        return new VersionPage(items, next);
    }

    private static int number(Cursor cursor) {
        return Integer.parseInt(cursor.key());
    }

    private static Version version(Readable row) {
        var publisher = row.get("publisher_name", String.class);
        return new Version(required(row, "version", Integer.class), required(row, "content_hash", String.class),
                required(row, "published_at", Instant.class),
                publisher == null ? null : new Actor(row.get("publisher_id", UUID.class), publisher),
                List.of(required(row, "changed", String[].class)),
                content(row));
    }

    /** On the shelf of now, or on that of then if it is no more. */
    private static Content content(Readable row) {
        var content = Content.fromJson(required(row, "content", String.class));
        var shelf = row.get("category", String.class);
        return shelf == null ? content : content.on(new Category(shelf, required(row, "category_name", String.class)));
    }
}
