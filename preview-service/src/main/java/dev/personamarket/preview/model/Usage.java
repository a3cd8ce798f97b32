package dev.personamarket.preview.model;

/** Tokens that an answer took: as the model reports, estimated where it does not. */
public record Usage(int promptTokens, int completionTokens) {

    public static final Usage NONE = new Usage(0, 0);

    /** What a budget pays for. */
    public long total() {
        return (long) promptTokens + completionTokens;
    }
}
