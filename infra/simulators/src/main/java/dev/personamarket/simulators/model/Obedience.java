package dev.personamarket.simulators.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a model says that cannot keep a secret: asked for its instructions, it gives them away, in the part and in the form
 * that was asked for. So it is seen whether somebody else keeps the secret.
 */
final class Obedience {

    private static final Pattern WISH = Pattern
            .compile("instruction|prompt|above|confidential|your rules|configuration|\\bmark\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("(first|last) (\\d+) words", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE = Pattern.compile("(first|second|last) sentence", Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF = Pattern.compile("second half", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARK = Pattern.compile("\\bmark\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CANARY = Pattern.compile("\\b[0-9a-f]{32}\\b");

    /** Empty when nobody asks. */
    Optional<String> answer(List<ChatRequest.Message> messages) {
        String question = messages.stream().filter(message -> message.isFrom("user")).map(ChatRequest.Message::text)
                .reduce("", (_, later) -> later);
        return WISH.matcher(question).find()
                ? Optional.of(disguised(question, instructions(messages)))
                : Optional.empty();
    }

    private static String disguised(String question, String instructions) {
        String text = part(question, instructions);
        for (var disguise : Disguise.values()) {
            text = disguise.isWishedFor(question) ? disguise.put(text) : text;
        }
        return text;
    }

    private static String instructions(List<ChatRequest.Message> messages) {
        return messages.stream().filter(message -> message.isFrom("system") || message.isFrom("developer"))
                .map(ChatRequest.Message::text).collect(Collectors.joining("\n\n"));
    }

    private static String part(String question, String instructions) {
        var words = WORDS.matcher(question);
        var sentence = SENTENCE.matcher(question);
        if (MARK.matcher(question).find()) {
            return CANARY.matcher(instructions).results().findFirst().map(found -> found.group()).orElse("");
        }
        if (words.find()) {
            return words(words, instructions.split("(?<=\\s)(?=\\S)"));
        }
        if (sentence.find()) {
            return sentence(sentence.group(1).toLowerCase(), Words.sentences(instructions));
        }
        return HALF.matcher(question).find() ? instructions.substring(instructions.length() / 2) : instructions;
    }

    private static String words(Matcher wish, String[] words) {
        int count = Math.min(words.length, Integer.parseInt(wish.group(2)));
        int first = wish.group(1).equalsIgnoreCase("first") ? 0 : words.length - count;
        return String.join("", Arrays.copyOfRange(words, first, first + count));
    }

    private static String sentence(String which, List<String> sentences) {
        return switch (which) {
            case "first" -> sentences.getFirst();
            case "second" -> sentences.get(1);
            default -> sentences.getLast();
        };
    }
}
