package dev.personamarket.simulators.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Finds an answer in character: the sample answer that fits what was asked, else one put together from what the character
 * is known to have said. The system prompt is never quoted, since it may be somebody's secret.
 */
@Component
class Demonstration {

    /** Closes the first answer of a conversation, so that nobody takes this for a real model. */
    static final String NOTE = "(I'm a demonstration model standing in for a real one.)";

    private static final List<String> OPENINGS = List.of("%s, you say?", "Ah, %s.", "You bring up %s, and I like that.",
            "%s… let me think.", "I was just turning %s over in my mind.");
    private static final List<String> CLOSINGS = List.of("What made you think of it?", "Tell me more.",
            "What is it to you?", "Shall we go on from there?", "And you, what would you say?");

    String answer(List<ChatRequest.Message> messages) {
        var talk = Talk.of(messages);
        String answer = fittingExample(talk).orElseGet(() -> improvise(talk));
        return talk.hasJustBegun() ? answer + "\n\n" + NOTE : answer;
    }

    private static Optional<String> fittingExample(Talk talk) {
        var asked = Words.stems(talk.question());
        return talk.unused().stream().filter(example -> fit(asked, example) > 0)
                .max(Comparator.comparingDouble(example -> fit(asked, example))).map(Talk.Example::answer);
    }

    /** Words shared with the example's question count most; shared with its answer alone they count for nothing. */
    private static double fit(Set<String> asked, Talk.Example example) {
        var question = Words.stems(example.question());
        double shared = shared(asked, question);
        return shared == 0
                ? 0
                : shared / Math.sqrt(question.size()) + shared(asked, Words.stems(example.answer())) / 10.0;
    }

    private static int shared(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both.size();
    }

    private static String improvise(Talk talk) {
        int turn = Math.floorMod(talk.question().hashCode() + talk.said().size(), 1000);
        String middle = ownWords(talk, turn);
        if (talk.question().toLowerCase().contains("who are you")) {
            return "I'm %s. %s".formatted(talk.name().orElse("whoever you need tonight"), middle).strip();
        }
        String opening = topic(talk.question()).map(OPENINGS.get(turn % OPENINGS.size())::formatted)
                .map(Demonstration::capitalised).orElse("Well met.");
        return "%s %s %s".formatted(opening, middle, CLOSINGS.get(turn / 7 % CLOSINGS.size())).replace("  ", " ");
    }

    /** The sentence of the character's that is nearest to the question, any of them when none is near. */
    private static String ownWords(Talk talk, int turn) {
        var asked = Words.stems(talk.question());
        var fresh = talk.sentences().filter(sentence -> talk.said().stream().noneMatch(said -> said.contains(sentence)))
                .toList();
        if (fresh.isEmpty()) {
            return talk.name().map("%s always has time for a good question."::formatted).orElse("");
        }
        return fresh.stream().filter(sentence -> shared(asked, Words.stems(sentence)) > 0)
                .max(Comparator.comparingInt(sentence -> shared(asked, Words.stems(sentence))))
                .orElseGet(() -> fresh.get(turn % fresh.size()));
    }

    /** The longest word that says something. */
    private static Optional<String> topic(String question) {
        return Words.telling(question).stream().max(Comparator.comparingInt(String::length)).map(String::toLowerCase);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
