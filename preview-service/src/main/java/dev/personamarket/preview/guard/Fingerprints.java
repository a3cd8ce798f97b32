package dev.personamarket.preview.guard;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * All stretches of some length in some folded texts, as a sorted set of hashes: four bytes each. A hash that fits by
 * chance is one in tens of thousands at worst; what counts are several in a row.
 */
final class Fingerprints {

    private final int length;
    private final int[] hashes;

    private Fingerprints(int length, int[] hashes) {
        this.length = length;
        this.hashes = hashes;
    }

    static Fingerprints of(int length, Stream<int[]> texts) {
        return new Fingerprints(length,
                texts.flatMapToInt(text -> Window.hashes(length, text)).sorted().distinct().toArray());
    }

    Fingerprints without(Fingerprints others) {
        return new Fingerprints(length, Arrays.stream(hashes).filter(hash -> !others.contain(hash)).toArray());
    }

    boolean contain(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    /** Characters of a stretch. */
    int length() {
        return length;
    }

    int size() {
        return hashes.length;
    }
}
