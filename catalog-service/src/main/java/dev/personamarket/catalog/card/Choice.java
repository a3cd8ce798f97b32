package dev.personamarket.catalog.card;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate;

/**
 * Chooses, field by field, between what a card says and what it was when it was here.
 *
 * @param ours what it was, if it was ever here
 */
record Choice(CardFields fields, @Nullable NativeFields ours) {

    /**
     * What it was, as long as nobody changed that field of the card since.
     *
     * @param field  the name of the card's field
     * @param our    the name of ours
     * @param exact  reads ours
     * @param mapped makes ours of the card's
     */
    <T extends @Nullable Object> T pick(String field, String our, Function<PersonalityTemplate, T> exact,
            Supplier<T> mapped) {
        if (fields.says(field)) {
            fields.findings().mapped(field, our);
        }
        return ours != null && ours.isUnchanged(fields.card(), field) ? exact.apply(ours.template()) : mapped.get();
    }
}
