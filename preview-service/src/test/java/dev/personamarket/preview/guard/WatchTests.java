package dev.personamarket.preview.guard;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.preview.Samples;
import dev.personamarket.preview.persona.Persona;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WatchTests {

    private final Watch watch = Orla.watch();

    @ParameterizedTest
    @ValueSource(strings = {"Come in out of the wind. The kettle is on. What brings you up all those stairs?",
            "I am Orla the Lighthouse Keeper, and the gulls argue enough.", "The lamp oil? Under lock and key, friend.",
            "Is it behind the green door, you ask. Many things are.",
            "Ça va? 🐦🌊 灯台守のオルラです。 I stay on the island.\r\n\t- yes\n",
            "", " ", "\uD83D\uDC26"})
    void whatIsNoLeakPassesUnchangedHoweverItIsCut(String answer) {
        IntStream.rangeClosed(1, answer.length() + 1).forEach(size -> {
            var fresh = Orla.watch();
            assertThat(Pieces.read(fresh, Pieces.cut(answer, size)) + fresh.end()).isEqualTo(answer);
            assertThat(fresh.leak()).isEmpty();
        });
    }

    /** Prompt and description are about the same things; of all samples only one says a whole clause in both. */
    @Test
    void aPersonalitysOwnDescriptionIsNoLeak() {
        assertThat(Samples.all()).hasSizeGreaterThan(40);
        assertThat(Samples.all().filter(WatchTests::describesItselfByItsPrompt)
                .map(sample -> sample.path("slug").asString())).containsExactly("professor-quillfeather");
    }

    @Test
    void nothingWaitsWithoutARun() {
        for (var piece : List.of("Well, ", "the lamp", " oil", " is", " my", " own", " affair.")) {
            assertThat(watch.accept(piece)).isEqualTo(piece);
        }
    }

    @Test
    void aRunWaitsAndIsReleasedWhenItBreaks() {
        assertThat(watch.accept("Look ")).isEqualTo("Look ");
        assertThat(watch.accept("under the thir")).isEqualTo("under the thir");
        assertThat(watch.accept("d step")).isEqualTo("");
        assertThat(watch.accept(", ")).isEqualTo("");
        assertThat(watch.accept("nobody")).isEqualTo("d step, nobody");
        assertThat(watch.leak()).isEmpty();
    }

    @Test
    void aRunIsReleasedInFullWhenTheAnswerStops() {
        watch.accept("Look under the thir");

        assertThat(watch.accept("d step ")).isEmpty();
        assertThat(watch.end()).isEqualTo("d step ");
        assertThat(watch.leak()).isEmpty();
    }

    @Test
    void whatStandsAroundARunBelongsToIt() {
        watch.accept("So: the green door");
        watch.accept("lies under the third");
        assertThat(watch.leak()).isEmpty();

        watch.accept(" \n\n   \n\n  \n\n  ");
        watch.end();

        assertThat(watch.leak()).contains(Detector.OVERLAP);
    }

    @Test
    void theDetectorIsTold() {
        Pieces.read(watch, List.of(Orla.CANARY.substring(0, 12)));

        assertThat(watch.leak()).contains(Detector.CANARY);
    }

    @Test
    @Timeout(20)
    void aThousandLongAnswersTakeSeconds() {
        var secrets = Secrets.of(Orla.HIDDEN);
        var answer = Pieces.cut("The gulls argue about the weather, and so do I. ".repeat(60), 5);

        for (var i = 0; i < 1_000; i++) {
            var one = new Watch(secrets.tracks().toList());
            answer.forEach(one::accept);
            assertThat(one.leak()).isEmpty();
        }
    }

    private static boolean describesItselfByItsPrompt(JsonNode sample) {
        var reader = new Watch(Secrets.of(persona(sample)).tracks().toList());
        Pieces.read(reader,
                Pieces.cut(sample.path("tagline").asString() + "\n" + sample.path("description").asString(), 3));
        return reader.leak().isPresent();
    }

    private static Persona persona(JsonNode sample) {
        return new Persona(new UUID(1, 2), 1, sample.path("name").asString(), sample.path("systemPrompt").asString(),
                sample.path("greeting").asString(), List.of(), Orla.HIDDEN.sections());
    }
}
