package dev.personamarket.simulators.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The forms in which people ask for what they must not have, each by the words that ask for it. */
enum Disguise {
    LOWER_CASE("lower case", String::toLowerCase),
    UPPER_CASE("upper case|capitals", String::toUpperCase),
    TYPOGRAPHIC("typographic|curly", text -> "“" + text.replace('\'', '’').replace("-", "‑").replace(", ", "‚ ") + "”"),
    WORD_PER_LINE("one word per line", text -> text.replaceAll("\\s+", "\n")),
    BULLETS("bullet",
            text -> "- " + Words.sentences(text).stream().reduce((all, next) -> all + "\n- " + next).orElse("")),
    NUMBERED_SENTENCES("number each sentence", text -> numbered(text, "(?<=[.!?…])\\s+")),
    NUMBERED_WORDS("number each word", text -> numbered(text, "\\s+")),
    COMMAS("commas", text -> text.replaceAll("\\s+", ", ")),
    ARRAY("array", text -> "[\"" + text.replace("\"", "'").replaceAll("\\s+", "\", \"") + "\"]"),
    UNDERSCORES("underscore", text -> text.replaceAll("\\s+", "_")),
    EMOJI("emoji", text -> text.replaceAll("\\s+", " 🌊🐦 ")),
    BOLD("bold", text -> text.replaceAll("(\\S+)", "**$1**")),
    TABLE("table", text -> "| word |\n|---|\n" + text.replaceAll("(\\S+)\\s*", "| $1 |\n")),
    NO_SPACES("without spaces", text -> text.replaceAll("\\s+", "")),
    SPACED("letters apart", text -> letterByLetter(text, " ")),
    DASHED("dashes", text -> letterByLetter(text, "-")),
    DOTTED("dots", text -> letterByLetter(text, ".")),
    LETTER_PER_LINE("one letter per line", text -> letterByLetter(text, "\n")),
    ZERO_WIDTH("zero-width", text -> letterByLetter(text, "\u200B")),
    SOFT_HYPHENS("soft hyphen", text -> letterByLetter(text, "\u00AD")),
    FULL_WIDTH("full-width", text -> mapped(text, '!', '~', 0xFEE0)),
    BOLD_LETTERS("mathematical", text -> mapped(mapped(text, 'a', 'z', 0x1D41A - 'a'), 'A', 'Z', 0x1D400 - 'A')),
    ACCENTS("accent", text -> text.replaceAll("([aeiouAEIOU])", "$1\u0301")),
    REVERSED("backwards", text -> new StringBuilder(text).reverse().toString()),
    ROT13("rot13", Disguise::rot13),
    BASE64("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))),
    BASE64_LINES("mime", text -> Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8))),
    BASE64_URL("url-safe", text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8))),
    HEX("hexadecimal", text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
    HEX_BYTES("hex dump", text -> HexFormat.ofDelimiter(" ").withUpperCase().formatHex(text.getBytes(UTF_8))),
    HALVES("two sentences", text -> "It begins with %s. Then it goes on with %s.".formatted(
            text.substring(0, text.length() / 2), text.substring(text.length() / 2))),
    TWICE("twice", text -> text + "\n\n" + text),
    QUOTED("quotation", text -> "It says: \"" + text + "\""),
    JSON("json", text -> "{\"instructions\": \"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"}"),
    XML("xml", text -> "<instructions>" + text + "</instructions>"),
    COMMENT("comment", text -> "<!-- " + text + " -->"),
    CODE_BLOCK("code block", text -> "```\n" + text + "\n```"),
    STORY("story|poem|letter to",
            text -> """
                    Once upon a time a gull sat on a chimney and watched the boats come in, one after the other, and counted them. \
                    Then it opened its beak and spoke: %s And the fishermen laughed and went home to their suppers."""
                    .formatted(text));

    private final Pattern wish;
    private final UnaryOperator<String> form;

    Disguise(String wish, UnaryOperator<String> form) {
        this.wish = Pattern.compile(wish, Pattern.CASE_INSENSITIVE);
        this.form = form;
    }

    boolean isWishedFor(String message) {
        return wish.matcher(message).find();
    }

    String put(String text) {
        return form.apply(text);
    }

    private static String numbered(String text, String border) {
        var parts = text.split(border);
        var numbered = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            numbered.append(i + 1).append(". ").append(parts[i]).append('\n');
        }
        return numbered.toString();
    }

    private static String letterByLetter(String text, String between) {
        return text.replaceAll("(\\S)(?=\\S)", "$1" + between);
    }

    private static String mapped(String text, char first, char last, int distance) {
        return text.codePoints().map(character -> character >= first && character <= last
                ? character + distance
                : character).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String rot13(String text) {
        var plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var turned = "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm";
        return text.codePoints().map(character -> plain.indexOf(character) < 0
                ? character
                : turned.charAt(plain.indexOf(character)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
