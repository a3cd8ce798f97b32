package dev.personamarket.catalog.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field that two states of the same thing have different values in.
 *
 * @param field  its path, such as {@code traits[0].value}
 * @param before null where it had no value
 * @param after  null where it has none any more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Difference(String field, @Nullable @Schema(implementation = Object.class) JsonNode before,
        @Nullable @Schema(implementation = Object.class) JsonNode after) {

    /** All of them, as deep as both sides are of the same kind, in the order of the fields. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        var found = new ArrayList<Difference>();
        collect("", before, after, found);
        return List.copyOf(found);
    }

    private static void collect(String path, @Nullable JsonNode before, @Nullable JsonNode after,
            List<Difference> found) {
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            var names = new LinkedHashSet<>(was.propertyNames());
            names.addAll(is.propertyNames());
            names.forEach(
                    name -> collect(path.isEmpty() ? name : path + "." + name, was.get(name), is.get(name), found));
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
            for (var i = 0; i < Math.max(was.size(), is.size()); i++) {
                collect("%s[%d]".formatted(path, i), was.get(i), is.get(i), found);
            }
        } else if (!Objects.equals(value(before), value(after))) {
            found.add(new Difference(path, value(before), value(after)));
        }
    }

    /** What is null and what is missing are the same to people. */
    private static @Nullable JsonNode value(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
