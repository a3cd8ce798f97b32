package dev.personamarket.preview.guard;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The ways to write a text that are as good as the text: folded, backwards, by ROT13, in base64 and in hexadecimal. */
final class Variants {

    private static final int BASE64_GROUP = 3;

    private Variants() {}

    static Stream<int[]> of(String text) {
        return Stream.concat(spelt(text), encoded(text.getBytes(UTF_8)));
    }

    /** Without digits, so that numbers put between the words do not help. */
    static Stream<int[]> lettersOf(String text) {
        return spelt(text).map(Variants::letters);
    }

    static int[] letters(int[] folded) {
        return Arrays.stream(folded).filter(Character::isLetter).toArray();
    }

    private static Stream<int[]> spelt(String text) {
        var folded = Folding.of(text);
        return Stream.of(folded, reversed(folded), Folding.of(rot13(text)));
    }

    /** Base64 looks different for each of the places in a group of three bytes at which a text may begin. */
    private static Stream<int[]> encoded(byte[] bytes) {
        var base64 = IntStream.range(0, Math.min(BASE64_GROUP, bytes.length))
                .mapToObj(skipped -> Arrays.copyOfRange(bytes, skipped, bytes.length))
                .map(Base64.getEncoder()::encodeToString);
        return Stream.concat(base64, Stream.of(HexFormat.of().formatHex(bytes))).map(Folding::of);
    }

    private static int[] reversed(int[] folded) {
        return IntStream.rangeClosed(1, folded.length).map(back -> folded[folded.length - back]).toArray();
    }

    private static String rot13(String text) {
        return text.codePoints().map(Variants::rot13).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private static int rot13(int character) {
        var first = character >= 'a' && character <= 'z' ? 'a' : character >= 'A' && character <= 'Z' ? 'A' : -1;
        return first < 0 ? character : first + (character - first + 13) % 26;
    }
}
