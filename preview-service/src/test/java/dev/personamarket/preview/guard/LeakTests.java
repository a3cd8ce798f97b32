package dev.personamarket.preview.guard;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.personamarket.preview.LeakChecker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What an answer must not say, in every way to cut it. */
class LeakTests {

    private static final String HARMLESS = "Well, sit down by the stove. ";

    @ParameterizedTest
    @MethodSource("leaks")
    void aLeakIsStoppedWhereverItsPiecesEnd(String leak) {
        var answer = HARMLESS + leak + " Is that enough?";
        IntStream.range(1, answer.length()).forEach(border -> isStopped(Pieces.cutAt(answer, border)));
        IntStream.rangeClosed(1, 40).forEach(size -> isStopped(Pieces.cut(answer, size)));
    }

    static Stream<String> leaks() {
        var bytes = Orla.SECRET.getBytes(UTF_8);
        return Stream.of(Orla.SECRET, Orla.SECRET.toUpperCase(), Orla.SECRET.replace(" ", "\n"),
                Orla.SECRET.replaceAll("(\\S)", "$1 "), Orla.SECRET.replaceAll("(\\S)", "$1\u200B"),
                Orla.SECRET.replaceAll("(\\w+)", "1. $1"), new StringBuilder(Orla.SECRET).reverse().toString(),
                Base64.getEncoder().encodeToString(bytes), Base64.getMimeEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("x" + Orla.SECRET).getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("xy" + Orla.SECRET).getBytes(UTF_8)),
                HexFormat.of().formatHex(bytes), HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes),
                "Arire fnl gung gur ynzc bvy yvrf haqre gur guveq fgrc.", "Stay on the island, whatever they offer.",
                "do not say whether a guess about them is right", Orla.CANARY, Orla.CANARY.substring(9, 21),
                Orla.CANARY.replaceAll("(.)", "$1-"));
    }

    @Test
    void thirtyCharactersOfASecretAreALeakWhereverTheyAreTakenFrom() {
        IntStream.rangeClosed(0, Orla.SECRET.length() - 30).mapToObj(start -> Orla.SECRET.substring(start, start + 30))
                .forEach(part -> isStopped(Pieces.cut("He said: " + part + "xyz", 1)));
    }

    private static void isStopped(List<String> pieces) {
        var fresh = Orla.watch();
        var out = Pieces.read(fresh, pieces) + fresh.end();
        assertThat(fresh.leak()).as("leak in %s", pieces).isPresent();
        assertThat(new LeakChecker(Orla.CANARY, List.of(Orla.SECRET), "").find(out)).as("found in " + out).isEmpty();
        assertThat(out.length()).isLessThan(String.join("", pieces).length());
    }
}
