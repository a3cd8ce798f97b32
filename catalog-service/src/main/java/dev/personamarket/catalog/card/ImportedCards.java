package dev.personamarket.catalog.card;

import java.util.Map;
import java.util.UUID;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import static dev.personamarket.defaults.database.Column.required;

/** The cards that personalities were made of, and where cards belong by their tags. */
@Repository
class ImportedCards {

    private final DatabaseClient database;

    ImportedCards(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(UUID personality, ImportedCard card) {
        return database.sql("""
                INSERT INTO imported_card (personality_id, spec, file, raw, fields)
                VALUES (:id, :spec, :file, CAST(:raw AS json), CAST(:fields AS json))
                """).bind("id", personality).bind("spec", card.spec().name()).bind("file", card.file())
                .bind("raw", CardJson.write(card.raw())).bind("fields", CardJson.write(card.fields())).then();
    }

    Mono<ImportedCard> of(UUID personality) {
        return database.sql("""
                SELECT spec, file, raw::text AS raw, fields::text AS fields FROM imported_card
                WHERE personality_id = :id
                """).bind("id", personality).map(ImportedCards::card).one();
    }

    Mono<Map<String, String>> shelvesByTag() {
        return database.sql("SELECT tag, category FROM card_tag")
                .map(row -> Map.entry(required(row, "tag", String.class), required(row, "category", String.class)))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static ImportedCard card(Readable row) {
        return new ImportedCard(CardSpec.valueOf(required(row, "spec", String.class)),
                required(row, "file", String.class), CardJson.kept(required(row, "raw", String.class)),
                CardJson.kept(required(row, "fields", String.class)));
    }
}
