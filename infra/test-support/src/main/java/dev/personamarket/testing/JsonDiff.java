package dev.personamarket.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** What differs between two JSON documents, one line for each place, short enough to be read. */
final class JsonDiff {

    private static final int MOST_LINES = 25;
    private static final int LONGEST_VALUE = 80;

    private final List<String> lines = new ArrayList<>();

    private JsonDiff() {}

    /** The differences in lines that begin with a JSON pointer; empty text when there is none. */
    static String between(JsonNode expected, JsonNode actual) {
        var diff = new JsonDiff();
        diff.compare("", expected, actual);
        var more = diff.lines.size() - MOST_LINES;
        return String.join("\n", diff.lines.subList(0, Math.min(MOST_LINES, diff.lines.size())))
                + (more > 0 ? "\n… and " + more + " more" : "");
    }

    private void compare(String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            compareProperties(pointer, expected, actual);
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (var i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (!expected.equals(actual)) {
            gone(pointer, expected);
            come(pointer, actual);
        }
    }

    private void compareProperties(String pointer, JsonNode expected, JsonNode actual) {
        var names = new TreeSet<>(expected.propertyNames());
        names.addAll(actual.propertyNames());
        for (var name : names) {
            var below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!actual.has(name)) {
                gone(below, expected.get(name));
            } else if (!expected.has(name)) {
                come(below, actual.get(name));
            } else {
                compare(below, expected.get(name), actual.get(name));
            }
        }
    }

    private void gone(String pointer, JsonNode value) {
        lines.add("- " + pointer + " " + shortened(value));
    }

    private void come(String pointer, JsonNode value) {
        lines.add("+ " + pointer + " " + shortened(value));
    }

    private static String shortened(JsonNode value) {
        var text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
