package dev.personamarket.preview.guard;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The last characters of a text and their hash, which goes along in constant time.
 *
 * @see <a href="https://doi.org/10.1147/rd.312.0249">Karp and Rabin, Efficient randomized pattern-matching algorithms</a>
 */
final class Window {

    private static final int FACTOR = 0x9E3779B1;

    private final int[] characters;
    private final int weightOfTheOldest;
    private int added;
    private int hash;

    Window(int length) {
        characters = new int[length];
        weightOfTheOldest = IntStream.range(0, length).reduce(1, (weight, _) -> weight * FACTOR);
    }

    /** The hashes of all stretches of this length in a text. */
    static IntStream hashes(int length, int[] text) {
        var window = new Window(length);
        return Arrays.stream(text).mapMulti((character, hashes) -> {
            if (window.add(character)) {
                hashes.accept(window.hash);
            }
        });
    }

    /** Moves on by a character; true once the window is full. */
    boolean add(int character) {
        var place = added++ % characters.length;
        hash = hash * FACTOR + character - weightOfTheOldest * characters[place];
        characters[place] = character;
        return added >= characters.length;
    }

    int hash() {
        return hash;
    }
}
