package dev.personamarket.catalog.category;

import java.util.List;
import java.util.Map;

/**
 * A category, for admins.
 *
 * @param aliases what it was called before, or what was merged into it; all of them still lead here
 * @param counts  how many personalities it has by their status: the published ones where people see them, the others
 *                where their draft is
 */
record Shelf(String slug, String name, List<String> aliases, Map<String, Long> counts) {}
