package dev.personamarket.preview.guard;

import java.util.function.IntPredicate;

/**
 * Follows an answer along a set of fingerprints. Stretches that are in the set, one character after the other, make a
 * run; it begins where the first of them begins and ends with the first character that does not fit.
 */
final class Track {

    private static final int NONE = 0;

    private final Detector detector;
    private final Fingerprints secret;
    private final IntPredicate counted;
    private final Window window;
    private final int[] beginnings;
    private int added;
    private int next;
    private int start;
    private int run = NONE;
    private boolean leaking;

    /** @param counted the characters that there are for the fingerprints; others are passed over */
    Track(Detector detector, Fingerprints secret, IntPredicate counted) {
        this.detector = detector;
        this.secret = secret;
        this.counted = counted;
        this.window = new Window(secret.length());
        this.beginnings = new int[secret.length()];
    }

    /** @param position of the folded character in the answer as written */
    void add(int character, int position) {
        if (!counted.test(character)) {
            return;
        }
        beginnings[added++ % beginnings.length] = next;
        next = position + 1;
        if (window.add(character) && secret.contain(window.hash())) {
            start = run == NONE ? beginnings[added % beginnings.length] : start;
            run = run == NONE ? secret.length() : run + 1;
            reach(next);
        } else {
            reach(position);
            run = NONE;
        }
    }

    /** The answer goes on to here, or ends here: what stands after the run's last character belongs to the run. */
    void reach(int position) {
        leaking |= run != NONE && detector.isLeak(run, position - start);
    }

    Detector detector() {
        return detector;
    }

    boolean isLeaking() {
        return leaking;
    }

    /** Where the run begins, with what stands before its first character; without a run, what was given. */
    int startOr(int position) {
        return run == NONE ? position : start;
    }
}
