package dev.personamarket.preview.guard;

import java.util.ArrayList;
import java.util.List;

/** An answer in the pieces that it comes in. */
final class Pieces {

    private Pieces() {}

    /** Pieces of a size, as the model's reader makes them: a surrogate pair stays whole. */
    static List<String> cut(String text, int size) {
        var pieces = new ArrayList<String>();
        var characters = text.codePoints().mapToObj(Character::toString).toList();
        for (var start = 0; start < characters.size(); start += size) {
            pieces.add(String.join("", characters.subList(start, Math.min(characters.size(), start + size))));
        }
        return pieces;
    }

    /** In two. */
    static List<String> cutAt(String text, int border) {
        return List.of(text.substring(0, border), text.substring(border));
    }

    /** What the watch lets through before the end. */
    static String read(Watch watch, List<String> pieces) {
        var out = new StringBuilder();
        pieces.forEach(piece -> out.append(watch.accept(piece)));
        return out.toString();
    }
}
