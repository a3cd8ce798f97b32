package dev.personamarket.catalog.personality;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The categories that there are, in their order.
 *
 * @param aliases what some of them were called, each with the slug of now
 */
public record Shelves(List<Category> categories, Map<String, String> aliases) {

    /** The one that is called so, or was. */
    public Optional<Category> find(@Nullable String slug) {
        var present = slug == null ? null : aliases.getOrDefault(slug, slug);
        return categories.stream().filter(category -> category.slug().equals(present)).findFirst();
    }
}
