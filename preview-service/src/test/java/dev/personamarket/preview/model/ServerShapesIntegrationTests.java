package dev.personamarket.preview.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.personamarket.preview.model.ModelEvent.Finished;
import dev.personamarket.preview.model.ModelEvent.Token;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole answers byte for byte, in the shapes that servers give them: all say the same, and cost the same. */
class ServerShapesIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path FOLDER = Path.of("src/test/resources/streams");

    static final List<String> SHAPES = shapes();

    private final ScriptedModel server = ScriptedModel.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @FieldSource("SHAPES")
    void eachServerIsUnderstood(String shape) throws IOException {
        server.streams(Files.readString(FOLDER.resolve(shape)));

        assertUnderstood();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai.sse", "openrouter.sse", "gemini.sse"})
    void howeverTheNetworkCutsIt(String shape) throws IOException {
        var answer = Files.readString(FOLDER.resolve(shape));
        server.streams(Flux.fromStream(IntStream.range(0, (answer.length() + 6) / 7)
                .mapToObj(i -> answer.substring(i * 7, Math.min(answer.length(), i * 7 + 7)))));

        assertUnderstood();
    }

    private void assertUnderstood() {
        var events = Objects.requireNonNull(ModelTestBed.model(server.baseUrl()).answer(ModelTestBed.PROMPT)
                .collectList().block(PATIENCE));

        assertThat(events.stream().filter(Token.class::isInstance).map(token -> ((Token) token).text())
                .collect(Collectors.joining())).isEqualTo("Come in.");
        assertThat(events).last().isEqualTo(new Finished("stop", new Usage(31, 3)));
    }

    private static List<String> shapes() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
