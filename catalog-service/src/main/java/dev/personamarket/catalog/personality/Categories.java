package dev.personamarket.catalog.personality;

import java.util.List;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

/** The shelves that there are, in their order. */
@Repository
public class Categories {

    private final DatabaseClient database;

    Categories(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Category>> all() {
        return database.sql("SELECT slug, name FROM category ORDER BY position").mapProperties(Category.class).all()
                .collectList();
    }

    /** Puts up a shelf, unless there is one of this slug. */
    public Mono<Void> open(Category category) {
        return database.sql("INSERT INTO category (slug, name) VALUES (:slug, :name) ON CONFLICT DO NOTHING")
                .bindProperties(category).then();
    }
}
