package dev.personamarket.catalog.personality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;

/** Collects what is wrong while something is read, so that a person learns of everything at once. */
public final class Faults {

    private static final String FORBIDDEN = "must not contain the character U+%04X";
    private static final String TOO_LONG = "must have at most %d characters";

    private final List<FieldFault> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new FieldFault(field, message));
    }

    /** Fails with a 400 that names every fault, if there is any. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    /** Text on one line, without space around it; at least one and at most so many characters. */
    public String line(String field, @Nullable String text, int longest) {
        var line = text(field, text, longest, "");
        line.codePoints().filter(Characters::isMisleading).findFirst()
                .ifPresent(character -> add(field, FORBIDDEN.formatted(character)));
        if (!line.isEmpty() && line.codePoints().noneMatch(Characters::isVisible)) {
            add(field, "must have something to see");
        }
        return line;
    }

    /** Text that may have line breaks and tabs. */
    String prose(String field, @Nullable String text, int longest) {
        return text(field, text, longest, "\n\t");
    }

    /** The same as {@link #line}, but nothing where there is no text. */
    @Nullable
    String optionalLine(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : line(field, text, longest);
    }

    /** The same as {@link #prose}, but nothing where there is no text. */
    @Nullable
    String optionalProse(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : prose(field, text, longest);
    }

    /** Finds fault with texts that are too long together, unless one of them was so alone. */
    void limit(String field, String extent, Stream<String> texts, int longest) {
        var lengths = texts.map(text -> text.codePointCount(0, text.length())).toList();
        var length = lengths.stream().mapToInt(Integer::intValue).sum();
        if (length > longest && lengths.stream().allMatch(one -> one <= longest)) {
            add(field, (TOO_LONG + " %s, not %d").formatted(longest, extent, length));
        }
    }

    private String text(String field, @Nullable String text, int longest, String allowedControls) {
        var clean = text == null ? "" : clean(text);
        var length = clean.codePointCount(0, clean.length());
        if (length == 0) {
            add(field, "must not be empty");
        } else if (length > longest) {
            add(field, (TOO_LONG + ", not %d").formatted(longest, length));
        }
        clean.codePoints().filter(character -> Characters.isForbidden(character, allowedControls)).findFirst()
                .ifPresent(character -> add(field, FORBIDDEN.formatted(character)));
        return clean;
    }

    /** Composed, so that the same word is always the same characters, and with the line breaks of Unix. */
    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    }

    /** Reads each element under its path, {@code field[0]} and on; a list that is missing is empty. */
    <S, T> List<T> each(String field, @Nullable List<@Nullable S> list, int fewest, int most,
            BiFunction<String, @Nullable S, T> reader) {
        var elements = list == null ? List.<@Nullable S>of() : list;
        if (elements.size() < fewest || elements.size() > most) {
            add(field, "must have %d to %d elements, not %d".formatted(fewest, most, elements.size()));
            return List.of();
        }
        var read = new ArrayList<T>();
        for (var element : elements) {
            read.add(reader.apply("%s[%d]".formatted(field, read.size()), element));
        }
        return read;
    }
}
