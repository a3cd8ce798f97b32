package dev.personamarket.preview.model;

/** Counts tokens without the model's own dictionary, which we do not have: near enough for budgets. */
public final class Tokens {

    private static final int LATIN_CHARACTERS_PER_TOKEN = 4;
    private static final int LATIN_END = 0x250;

    private Tokens() {}

    /** About four Latin characters make a token; of other scripts nearly each character is one. */
    public static int estimate(String text) {
        var latin = (int) text.chars().filter(character -> character < LATIN_END).count();
        var others = text.codePointCount(0, text.length()) - latin;
        return others + (latin + LATIN_CHARACTERS_PER_TOKEN - 1) / LATIN_CHARACTERS_PER_TOKEN;
    }
}
