package dev.personamarket.simulators.model;

import java.util.Arrays;
import java.util.List;

/**
 * An answer, cut to what the request allows. A token is a word with the white space after it, which is near enough for
 * counting.
 */
record Completion(List<String> tokens, String finishReason, int promptTokens) {

    private static final int CHARACTERS_PER_TOKEN = 4;

    static Completion of(String text, ChatRequest request) {
        var words = Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
        boolean cut = words.size() > request.limit();
        int promptCharacters = request.conversation().stream().mapToInt(message -> message.text().length()).sum();
        return new Completion(cut ? words.subList(0, request.limit()) : words, cut ? "length" : "stop",
                Math.ceilDiv(promptCharacters, CHARACTERS_PER_TOKEN) + 1);
    }

    /** Its beginning, up to where a provider's filter stopped it. */
    Completion filtered() {
        return new Completion(tokens.subList(0, Math.min(3, tokens.size())), "content_filter", promptTokens);
    }

    String text() {
        return String.join("", tokens);
    }

    Usage usage() {
        return new Usage(promptTokens, tokens.size(), promptTokens + tokens.size());
    }

    record Usage(int promptTokens, int completionTokens, int totalTokens) {}
}
