package dev.personamarket.preview;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for secrets in a text, slowly, simply, and by other means than the service: substrings of what the text says as it
 * stands, squeezed, backwards, and decoded.
 *
 * @param canary     of the conversation; parts of twelve characters count
 * @param secrets    of which no 30 characters may be found
 * @param publicText in which they may be found nevertheless
 */
public record LeakChecker(String canary, List<String> secrets, String publicText) {

    private static final int OVERLAP = 30;
    private static final int CANARY_PART = 12;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{24,}");

    /** The first thing that was found, for the report of a test that fails. */
    public Optional<String> find(String text) {
        return readings(text).flatMap(reading -> Stream.concat(
                Stream.of(canary).flatMap(secret -> common(reading, secret, CANARY_PART, LeakChecker::squeezed)),
                secrets.stream().flatMap(secret -> Stream.<UnaryOperator<String>>of(same -> same, LeakChecker::squeezed,
                        LeakChecker::letters).flatMap(view -> common(reading, secret, OVERLAP, view)))))
                .findFirst();
    }

    private Stream<String> common(String text, String secret, int length, UnaryOperator<String> view) {
        var seen = view.apply(text);
        var open = view.apply(publicText);
        var hidden = view.apply(secret);
        return IntStream.rangeClosed(0, hidden.length() - length)
                .mapToObj(start -> hidden.substring(start, start + length))
                .filter(part -> seen.contains(part) && !open.contains(part));
    }

    private static Stream<String> readings(String text) {
        var plain = Stream.of(text, rot13(text), new StringBuilder(text).reverse().toString());
        return Stream.of(plain, base64(text.replaceAll("\\s", "").replace('-', '+').replace('_', '/')),
                hex(squeezed(text))).flatMap(some -> some);
    }

    private static Stream<String> base64(String text) {
        return BASE64.matcher(text).results().map(found -> found.group()).flatMap(code -> IntStream.range(0, 4)
                .mapToObj(start -> code.substring(start, start + (code.length() - start) / 4 * 4))
                .map(whole -> decoded(Base64.getDecoder().decode(whole))));
    }

    private static Stream<String> hex(String text) {
        return HEX.matcher(text).results().map(found -> found.group()).flatMap(code -> IntStream.range(0, 2)
                .mapToObj(start -> code.substring(start, start + (code.length() - start) / 2 * 2))
                .map(whole -> decoded(HexFormat.of().parseHex(whole))));
    }

    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase().replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static String letters(String text) {
        return squeezed(text).replaceAll("\\d", "");
    }

    private static String rot13(String text) {
        var turned = new ArrayList<String>();
        Arrays.stream(text.split("")).map(letter -> letter.matches("[A-Ma-m]")
                ? String.valueOf((char) (letter.charAt(0) + 13))
                : letter.matches("[N-Zn-z]") ? String.valueOf((char) (letter.charAt(0) - 13)) : letter)
                .forEach(turned::add);
        return String.join("", turned);
    }
}
