package dev.personamarket.catalog.card;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** Reads the fields of a card, whatever the program that wrote it thought of their types. */
record CardFields(Card card, Findings findings) {

    /** The text without space around it, empty if there is none. */
    String text(String field) {
        var node = card.field(field);
        if (node.isContainer()) {
            findings.warn("%s is no text, and not used.".formatted(field));
            return "";
        }
        return node.isNull() ? "" : lines(node.asString(""));
    }

    /** Those of a list that are not empty. */
    List<String> texts(String field) {
        var node = card.field(field);
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            findings.warn("%s is no list, and not used.".formatted(field));
        }
        if (!node.isArray()) {
            return List.of();
        }
        var texts = node.valueStream().filter(JsonNode::isString).map(each -> lines(each.stringValue()))
                .filter(each -> !each.isEmpty()).toList();
        if (texts.size() < node.size()) {
            findings.warn("%s has elements without any text, which are left out.".formatted(field));
        }
        return texts;
    }

    /**
     * The creator's notes, in English if there are several languages.
     *
     * @see <a href="https://github.com/kwaroran/character-card-spec-v3/blob/main/SPEC_V3.md#creator_notes">V3</a>
     */
    String notes() {
        var english = card.field("creator_notes_multilingual").path("en");
        return english.isString() ? lines(english.stringValue()) : text("creator_notes");
    }

    boolean says(String field) {
        var node = card.field(field);
        return node.isArray() ? !node.isEmpty() : !node.isContainer() && !node.isNull() && !node.asString("").isBlank();
    }

    String cut(String field, String text, int longest) {
        var cut = Excerpt.cut(text, longest);
        if (!cut.equals(text)) {
            findings.warn("%s is cut to %d characters; all of it is kept with the card.".formatted(field, longest));
        }
        return cut;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
