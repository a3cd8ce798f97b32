package dev.personamarket.simulators.discord.commands;

import java.util.Collection;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Characters that a command has in all; of texts with localizations the longest counts. */
final class CommandSize {

    private CommandSize() {}

    static int of(JsonNode definition) {
        return longest(definition, "name") + longest(definition, "description")
                + children(definition, "options").mapToInt(CommandSize::of).sum()
                + children(definition, "choices").mapToInt(
                        choice -> longest(choice, "name") + choice.path("value").asString("").length()).sum();
    }

    private static Stream<JsonNode> children(JsonNode definition, String field) {
        return definition.path(field).valueStream();
    }

    private static int longest(JsonNode definition, String field) {
        Collection<JsonNode> localized = definition.path(field + "_localizations").values();
        return Stream.concat(Stream.of(definition.path(field)), localized.stream())
                .mapToInt(text -> text.asString("").length()).max().orElse(0);
    }
}
