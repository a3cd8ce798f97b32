package dev.personamarket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the marketplace's own words in sources, in names as in texts and comments: {@code RatingCount}, {@code rating_id}
 * and "a rating", but not "operating".
 */
final class DomainWords {

    private static final Set<String> WORDS = Set.of("personality", "personalities", "rating", "ratings", "preview",
            "previews", "deployment", "deployments");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    private DomainWords() {}

    /** Each place below the folder, as {@code file:line: the line}, or the file's path alone. */
    static List<String> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().flatMap(file -> in(folder, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> in(Path folder, Path file) {
        var path = folder.relativize(file).toString();
        var lines = lines(file);
        var inside = IntStream.range(0, lines.size()).filter(i -> speaksOfTheDomain(lines.get(i)))
                .mapToObj(i -> "%s:%d: %s".formatted(path, i + 1, lines.get(i).strip()));
        return speaksOfTheDomain(path) ? Stream.concat(Stream.of(path), inside) : inside;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean speaksOfTheDomain(String line) {
        return WORD.matcher(line).results().anyMatch(word -> WORDS.contains(word.group().toLowerCase(Locale.ROOT)));
    }
}
