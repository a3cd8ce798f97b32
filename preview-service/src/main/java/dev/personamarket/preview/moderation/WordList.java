package dev.personamarket.preview.moderation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;

import reactor.core.publisher.Mono;

/**
 * Judges by words alone: whole ones, in whatever case and with whatever accents. It is a stopgap, which finds what is
 * said bluntly.
 *
 * <p>Each line of the file is a category, a score and the terms of it: {@code illicit 0.9: cook meth, ...}. What
 * begins with {@code #} is a comment.
 */
final class WordList implements Moderation {

    private final List<Term> terms;

    private WordList(List<Term> terms) {
        this.terms = terms;
    }

    static WordList read(Resource file) {
        try {
            return of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a line that is none of these */
    static WordList of(String lines) {
        return new WordList(lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(WordList::terms).toList());
    }

    private static Stream<Term> terms(String line) {
        var parts = line.split("[ :]+", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Not a category, a score and words: " + line);
        }
        var category = Category.of(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("There is no category " + parts[0]));
        return Arrays.stream(parts[2].split(",")).map(words -> new Term(category, Double.parseDouble(parts[1]),
                Word.of(words).stream().map(Word::text).toList()));
    }

    @Override
    public Mono<Map<Category, Double>> scores(String text) {
        return Mono.fromSupplier(() -> {
            var scores = new EnumMap<Category, Double>(Category.class);
            var words = Word.of(text);
            terms.stream().filter(term -> stands(term, words))
                    .forEach(term -> scores.merge(term.category(), term.score(), Math::max));
            return scores;
        });
    }

    Set<Category> categories() {
        return terms.stream().map(Term::category).collect(Collectors.toUnmodifiableSet());
    }

    List<Term> terms(Predicate<Term> wanted) {
        return terms.stream().filter(wanted).toList();
    }

    private static boolean stands(Term term, List<Word> words) {
        return IntStream.range(0, words.size()).anyMatch(from -> term.fit(words, from) == Term.Fit.WHOLE);
    }
}
