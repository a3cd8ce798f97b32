package dev.personamarket.catalog.browsing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.avatar.Avatar;
import dev.personamarket.catalog.paging.Cursor;
import dev.personamarket.catalog.personality.Category;

/**
 * A row of a page.
 *
 * @param tier how well it matches, 0 being the best
 * @param key  what the list is sorted by, as text
 */
record Found(UUID id, String slug, String name, String tagline, Category category, List<String> tags,
        @Nullable String avatar, Rating rating, int deployCount, Instant publishedAt, int tier, String key) {

    /** What a card is made of, for the listing {@code l}, its standing {@code s} and its category {@code c}. */
    static final String COLUMNS = """
            l.personality_id AS id, l.slug, l.name, l.tagline, l.tags, l.avatar,
            json_build_object('slug', c.slug, 'name', c.name) AS category,
            json_build_object('average', s.rating_average, 'count', s.rating_count) AS rating,
            s.deploy_count AS "deployCount", l.published_at AS "publishedAt\"""";

    PersonalityCard card() {
        return new PersonalityCard(id, slug, name, tagline, category, tags, Avatar.of(avatar, id), rating, deployCount,
                publishedAt);
    }

    Cursor cursor(Meaning meaning) {
        return new Cursor("%s\n%d %s".formatted(meaning.text(), tier, key), id);
    }
}
