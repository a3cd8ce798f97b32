package dev.personamarket.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The personalities that the catalogue begins with, as its files have them. */
public final class Samples {

    private static final Path FILES = Path.of(System.getProperty("marketplace.root", ".."),
            "catalog-service/src/main/resources/samples/personalities");

    private Samples() {}

    public static JsonNode named(String slug) {
        return all().filter(sample -> sample.path("slug").asString().equals(slug)).findFirst().orElseThrow();
    }

    public static Stream<JsonNode> all() {
        try (var files = Files.list(FILES)) {
            return files.sorted().map(file -> JsonMapper.shared().readTree(file)).toList().stream()
                    .flatMap(file -> file.path("personalities").valueStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
