package dev.personamarket.preview.moderation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Looks for terms in a text that comes in pieces, and lets everything pass on but an end that could be the beginning of
 * a term: of that, nothing passes before it is known that it is none.
 */
final class HeldWords {

    private final List<Term> terms;
    private String pending = "";
    private boolean withinWord;

    HeldWords(List<Term> terms) {
        this.terms = terms;
    }

    /** The category of a term that this piece completes, if it does. */
    @Nullable
    Category add(String piece) {
        pending += piece;
        return found(Word.soFar(pending));
    }

    /** The category of a term that the end of the text completes, if it does. */
    @Nullable
    Category end() {
        return found(Word.of(pending));
    }

    /** What may be passed on by now. */
    String pass() {
        return passUpTo(held());
    }

    /** What is left when the text has ended. */
    String rest() {
        return passUpTo(pending.length());
    }

    private String passUpTo(int end) {
        var passed = pending.substring(0, end);
        withinWord = passed.isEmpty() ? withinWord : Word.endsWithin(passed);
        pending = pending.substring(end);
        return passed;
    }

    private @Nullable Category found(List<Word> words) {
        for (var from = first(words); from < words.size(); from++) {
            for (var term : terms) {
                if (term.fit(words, from) == Term.Fit.WHOLE) {
                    return term.category();
                }
            }
        }
        return null;
    }

    private int held() {
        var words = Word.soFar(pending);
        for (var from = first(words); from < words.size(); from++) {
            var place = from;
            if (terms.stream().anyMatch(term -> term.fit(words, place) == Term.Fit.BEGUN)) {
                return words.get(from).start();
            }
        }
        return pending.length();
    }

    /** What looks like a word at the beginning may be the end of one whose beginning has passed. */
    private int first(List<Word> words) {
        return withinWord && !words.isEmpty() && words.getFirst().start() == 0 ? 1 : 0;
    }
}
