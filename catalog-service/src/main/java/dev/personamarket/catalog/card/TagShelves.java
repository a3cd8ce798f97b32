package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.Shelves;

/**
 * On which shelf a card belongs, by its tags.
 *
 * @param byTag the slugs of categories, as they are or were
 */
record TagShelves(Map<String, String> byTag, Shelves shelves) {

    /** That of the first tag that has one. A tag may also be the slug of a category itself. */
    Optional<String> of(List<String> tags) {
        return tags.stream().flatMap(tag -> Stream.of(tag, byTag.getOrDefault(tag, "")))
                .flatMap(slug -> shelves.find(slug).stream()).findFirst().map(Category::slug);
    }

    boolean has(String category) {
        return shelves.find(category).isPresent();
    }

    /** Where a card goes whose tags say nothing. */
    String usual() {
        return shelves.categories().stream().findFirst().map(Category::slug).orElse("");
    }
}
