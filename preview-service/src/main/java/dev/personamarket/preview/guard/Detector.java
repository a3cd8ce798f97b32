package dev.personamarket.preview.guard;

/**
 * What finds a leak.
 *
 * @see Track
 */
enum Detector {

    /** Twelve characters of the canary in a row: 48 of its 128 bits. */
    CANARY(12, 12, Integer.MAX_VALUE),
    /** 24 characters of a secret text in a row, or 30 as written of which 16 are letters or digits. */
    OVERLAP(24, 16, 30);

    private final int surely;
    private final int atLeast;
    private final int written;

    Detector(int surely, int atLeast, int written) {
        this.surely = surely;
        this.atLeast = atLeast;
        this.written = written;
    }

    /**
     * Whether so much is a leak.
     *
     * @param folded   letters and digits in a row
     * @param asWritten characters that they take up in the answer, with what stands around them
     */
    boolean isLeak(int folded, int asWritten) {
        return folded >= surely || folded >= atLeast && asWritten >= written;
    }

    /** As the meter names it. */
    String code() {
        return name().toLowerCase();
    }
}
