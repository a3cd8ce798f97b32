package dev.personamarket.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contracts as they lie in this module; a copy below {@code target} might still hold what was removed. */
final class Documents {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final JsonNode ASYNC_API = YAMLMapper.shared().readTree(ROOT.resolve("asyncapi.yaml"));

    private Documents() {}

    static JsonNode asyncApi() {
        return ASYNC_API;
    }

    /** Reads a JSON document by its path below the contracts' root. */
    static JsonNode json(String path) {
        return JsonMapper.shared().readTree(ROOT.resolve(path));
    }

    static boolean exists(String path) {
        return Files.isRegularFile(ROOT.resolve(path));
    }

    /** The paths of all event files, below the contracts' root. */
    static List<String> eventFiles() {
        try (var files = Files.walk(ROOT.resolve("events"))) {
            return files.filter(Files::isRegularFile).map(ROOT::relativize).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Follows a reference within {@code asyncapi.yaml}, or returns the node itself when it is none. */
    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? ASYNC_API.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The node and everything below it. */
    static Stream<JsonNode> tree(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(Documents::tree));
    }
}
