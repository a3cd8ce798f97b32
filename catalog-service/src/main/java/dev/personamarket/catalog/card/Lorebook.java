package dev.personamarket.catalog.card;

import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

/** The {@code character_book} of a card: not used here, but to go out as each edition wants to have it. */
final class Lorebook {

    /** Lines by which the third edition says when an entry counts; the second would read them out. */
    private static final Pattern DECORATORS = Pattern.compile("\\A(?:@@[^\n]*\n?)+");

    private Lorebook() {}

    /** @param hasDecorators whether lines that begin with {@code @@} are meant as decorators */
    static void complete(ObjectNode data, CardSpec spec, boolean hasDecorators) {
        if (!(data.path("character_book") instanceof ObjectNode book)) {
            data.remove("character_book");
            return;
        }
        completeExtensions(book);
        if (!book.path("entries").isArray()) {
            book.putArray("entries");
        }
        book.path("entries").valueStream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .forEach(entry -> completeEntry(entry, spec, hasDecorators));
    }

    private static void completeEntry(ObjectNode entry, CardSpec spec, boolean hasDecorators) {
        completeExtensions(entry);
        if (spec == CardSpec.V3 && !entry.path("use_regex").isBoolean()) {
            entry.put("use_regex", false);
        }
        if (spec == CardSpec.V2 && hasDecorators && entry.path("content").isString()) {
            entry.put("content", DECORATORS.matcher(entry.path("content").stringValue()).replaceFirst(""));
        }
    }

    private static void completeExtensions(ObjectNode node) {
        if (!node.path("extensions").isObject()) {
            node.putObject("extensions");
        }
    }
}
