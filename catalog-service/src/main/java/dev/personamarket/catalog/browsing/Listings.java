package dev.personamarket.catalog.browsing;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import dev.personamarket.catalog.paging.Cursor;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

/** The published personalities: understood, counted, found and sorted. */
@Repository
class Listings {

    private final DatabaseClient database;
    private final Vocabulary vocabulary;
    private final Census census;
    private final Pages pages;

    Listings(DatabaseClient database, Vocabulary vocabulary, Census census, Pages pages) {
        this.database = database;
        this.vocabulary = vocabulary;
        this.census = census;
        this.pages = pages;
    }

    /** Fails with a 400 if the cursor is not of this list. */
    Mono<PersonalityPage> page(Filter filter, Sort sort, int limit, @Nullable String cursor) {
        var list = "%s %s".formatted(sort, filter);
        return present(filter).flatMap(known -> cursor == null
                ? first(known, sort, limit, list)
                : next(known, sort, limit, list, cursor));
    }

    /**
     * With the categories as they are called now, whatever they were when somebody noted them down. Asked for first: what
     * the planner knows of a category decides how it looks for it.
     */
    private Mono<Filter> present(Filter filter) {
        return filter.namesCategories()
                ? database.sql("""
                        SELECT ARRAY(SELECT DISTINCT present_category(slug) FROM unnest(:chosen) AS slug),
                               ARRAY(SELECT DISTINCT present_category(slug) FROM unnest(:excluded) AS slug)
                        """).bind("chosen", filter.categories().toArray(String[]::new))
                        .bind("excluded", filter.excluded().toArray(String[]::new))
                        .map(row -> filter.in(slugs(row, 0), slugs(row, 1))).one()
                : Mono.just(filter);
    }

    private static List<String> slugs(Readable row, int column) {
        return List.of(Objects.requireNonNull(row.get(column, String[].class)));
    }

    /** What matches nothing at all is looked for once more, by words that are near. */
    private Mono<PersonalityPage> first(Filter filter, Sort sort, int limit, String list) {
        if (!filter.searches()) {
            return page(new Criteria(filter, Meaning.NOTHING), sort, null, limit, list);
        }
        return vocabulary.strictly(filter.words())
                .flatMap(meaning -> page(new Criteria(filter, meaning), sort, null, limit, list))
                .filter(page -> !page.facets().categories().isEmpty())
                .switchIfEmpty(Mono.defer(() -> vocabulary.generously(filter.words()))
                        .flatMap(meaning -> page(new Criteria(filter, meaning), sort, null, limit, list)));
    }

    /** As the first page was understood. */
    private Mono<PersonalityPage> next(Filter filter, Sort sort, int limit, String list, String cursor) {
        var last = Cursor.decode(cursor, list);
        var parts = last.key().split("\n", 2);
        var meaning = Meaning.of(parts[0]);
        if (parts.length < 2 || filter.searches() == meaning.isEmpty()) {
            throw Place.invalid();
        }
        return page(new Criteria(filter, meaning), sort, Place.of(parts[1], last.id(), sort), limit, list);
    }

    private Mono<PersonalityPage> page(Criteria criteria, Sort sort, @Nullable Place after, int limit, String list) {
        if (criteria.filter().searches() && criteria.meaning().isEmpty()) {
            return Mono.just(PersonalityPage.EMPTY);
        }
        return census.count(criteria).flatMap(counts -> counts.total() == 0
                ? Mono.just(List.<Found>of()).map(found -> page(found, counts, limit, list, criteria.meaning()))
                : pages.page(criteria, sort, after, limit + 1, counts)
                        .map(found -> page(found, counts, limit, list, criteria.meaning())));
    }

    /** Every category, those without a personality too. */
    Mono<List<CategoryCount>> categories() {
        return database.sql("""
                SELECT c.slug, c.name, coalesce(sum(t.difference), 0)::bigint AS count
                FROM category c LEFT JOIN category_tally t ON t.category = c.slug GROUP BY c.slug ORDER BY c.position
                """).mapProperties(CategoryCount.class).all().collectList();
    }

    private static PersonalityPage page(List<Found> found, Counts counts, int limit, String list, Meaning meaning) {
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit ? items.getLast().cursor(meaning).encode(list) : null;
        return new PersonalityPage(items.stream().map(Found::card).toList(), counts.total(), counts.isEstimate(), next,
                new PersonalityPage.Facets(counts.categories()));
    }
}
