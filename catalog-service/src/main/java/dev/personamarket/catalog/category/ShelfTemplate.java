package dev.personamarket.catalog.category;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.Category;
import dev.personamarket.catalog.personality.Faults;
import dev.personamarket.catalog.personality.Slug;

/**
 * A category as an admin wrote it down.
 *
 * @param slug the name in addresses; if it is missing, the one that it has, or else one that is made of the name
 */
record ShelfTemplate(@Nullable String name, @Nullable String slug) {

    private static final int LONGEST_NAME = 40;
    /** Has a meaning of its own in addresses. */
    private static final String ORDER = "order";

    /** Fails with one 400 that names every fault. */
    Category read(@Nullable String present) {
        var faults = new Faults();
        var read = faults.line("name", name, LONGEST_NAME);
        var address = slug != null ? slug : present != null ? present : Slug.from(read);
        if (!Slug.isValid(address) || ORDER.equals(address)) {
            faults.add("slug", Slug.RULE + " and not \"order\"");
        }
        faults.refuse();
        return new Category(address, read);
    }
}
