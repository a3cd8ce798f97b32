package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import dev.personamarket.catalog.audit.Trail;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.outbox.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All personalities, whatever their status. The one place that stores a change: state, version, listing, events and audit trail. */
@Repository
class Personalities {

    private static final String SELECT = """
            SELECT p.id, p.status, p.revision, p.draft::text AS draft, p.creator_id, p.created_at, p.updated_at,
                   v.version, v.content_hash, v.content::text AS content, v.published_at,
                   d.slug AS category, d.name AS category_name, s.slug AS served_category, s.name AS served_name
            FROM personality p JOIN category d ON d.slug = p.category
            LEFT JOIN category s ON s.slug = p.published_category
            LEFT JOIN personality_version v ON v.personality_id = p.id AND v.version = p.version
            WHERE p.id = ANY(:ids) ORDER BY p.id
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;
    private final Categories categories;
    private final Versions versions;
    private final PublicListing listing;
    private final Outbox outbox;
    private final Trail trail;

    Personalities(DatabaseClient database, TransactionalOperator transactions, Categories categories,
            Versions versions, PublicListing listing, Outbox outbox, Trail trail) {
        this.database = database;
        this.transactions = transactions;
        this.categories = categories;
        this.versions = versions;
        this.listing = listing;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** Fails with a 404 if there is none of this id. */
    Mono<Personality> get(PersonalityId id) {
        return read(List.of(id)).next().switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.NOT_FOUND,
                "personality-not-found", "No personality has this id.")));
    }

    /** Applies the verb to the current state, which nobody else can change meanwhile, and stores what it leads to. */
    Mono<Personality> change(PersonalityId id, Actor actor, Function<Personality, Change> verb) {
        return lock(List.of(id)).then(get(id)).map(verb).flatMap(change -> store(change, actor))
                .as(transactions::transactional);
    }

    /** Fails with a 409 if another one has the slug. */
    Mono<Personality> store(Change change, Actor actor) {
        return store(List.of(change), actor).thenReturn(change.personality())
                .onErrorMap(DuplicateKeyException.class, _ -> slugTaken(change.personality()));
    }

    /**
     * Stores many changes, each of another personality, with as many statements as one would take. All or none: fails
     * with {@link DuplicateKeyException} if the slug of any is another's.
     */
    Mono<Void> store(List<Change> all, Actor actor) {
        var changes = all.stream().filter(change -> !change.isNothing()).toList();
        if (changes.isEmpty()) {
            return Mono.empty();
        }
        var shown = changes.stream().filter(change -> !change.events().isEmpty())
                .map(change -> change.personality().id()).toList();
        return categories.hold().then(saveStates(changes.stream().map(Change::personality).toList()))
                .then(versions.add(changes, actor))
                .then(shown.isEmpty() ? Mono.empty() : listing.show(shown))
                .then(outbox.append(changes.stream().map(Change::events).flatMap(List::stream).toList()))
                .then(trail.append(changes.stream().map(change -> Audit.entry(change, actor)).toList()))
                .as(transactions::transactional);
    }

    /** In the order of their ids; those that there are none of are left out. */
    Flux<Personality> read(Collection<PersonalityId> ids) {
        return database.sql(SELECT).bind("ids", Columns.ids(ids)).map(PersonalityRow::read).all();
    }

    /**
     * Keeps others from changing them until the end of the transaction. What is current is to be read by the next
     * statement: one that both locked and joined would, after a wait, see the new row beside the old version.
     */
    Mono<Void> lock(Collection<PersonalityId> ids) {
        return categories.hold().then(database
                .sql("SELECT FROM personality WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                .bind("ids", Columns.ids(ids)).then());
    }

    /** Those of these slugs, whatever their status, locked as by {@link #lock}. */
    Flux<Personality> named(Collection<String> slugs) {
        return categories.hold().thenMany(database
                .sql("SELECT id FROM personality WHERE slug = ANY(:slugs) ORDER BY id FOR UPDATE")
                .bind("slugs", slugs.toArray(String[]::new)).mapValue(UUID.class).all()).map(PersonalityId::new)
                .collectList().flatMapMany(ids -> ids.isEmpty() ? Flux.empty() : read(ids));
    }

    private Mono<Void> saveStates(List<Personality> states) {
        return PersonalityRow.bind(database.sql("""
                INSERT INTO personality (id, slug, status, revision, version, draft, creator_id, created_at, updated_at,
                                         category, published_category, unpublished, name_key, words)
                SELECT id, slug, status, revision, version, CAST(draft AS json), creator_id, created_at, updated_at,
                       present_category(category), present_category(published_category), unpublished,
                       lower(unaccent(name)), searched(CAST(draft AS json))
                FROM unnest(:ids, :slugs, :statuses, :revisions, :versions, :drafts, :creators, :created, :updated,
                            :categories, :servedCategories, :unpublished, :names)
                    AS state (id, slug, status, revision, version, draft, creator_id, created_at, updated_at,
                              category, published_category, unpublished, name)
                ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, status = excluded.status,
                    revision = excluded.revision, version = excluded.version, draft = excluded.draft,
                    updated_at = excluded.updated_at, category = excluded.category,
                    published_category = excluded.published_category, unpublished = excluded.unpublished,
                    name_key = excluded.name_key, words = excluded.words
                """), states).then();
    }

    private static Problem slugTaken(Personality personality) {
        return Problem.of(HttpStatus.CONFLICT, "slug-taken",
                "Another personality has the slug \"%s\".".formatted(personality.draft().slug()));
    }
}
