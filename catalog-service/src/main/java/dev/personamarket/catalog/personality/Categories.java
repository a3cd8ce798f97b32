package dev.personamarket.catalog.personality;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** The shelves that there are, in their order. */
@Repository
public class Categories {

    private record Alias(String slug, String category) {}

    private final DatabaseClient database;

    Categories(DatabaseClient database) {
        this.database = database;
    }

    Mono<Shelves> all() {
        var aliases = database.sql("SELECT slug, category FROM category_alias").mapProperties(Alias.class).all()
                .collectMap(Alias::slug, Alias::category);
        return database.sql("SELECT slug, name FROM category ORDER BY position").mapProperties(Category.class).all()
                .collectList().zipWhen(_ -> aliases, Shelves::new);
    }

    /**
     * Keeps them as they are until the end of the transaction. To be done before a personality is locked: who changes
     * categories takes the two in this order.
     */
    Mono<Void> hold() {
        return database.sql("LOCK TABLE category IN ROW SHARE MODE").then();
    }

    /** Puts up a shelf, unless there is one of this slug, or was. */
    public Mono<Void> open(Category category) {
        return database.sql("""
                INSERT INTO category (slug, name)
                SELECT :slug, :name WHERE NOT EXISTS (SELECT FROM category_alias WHERE slug = :slug)
                ON CONFLICT DO NOTHING
                """).bindProperties(category).then();
    }
}
