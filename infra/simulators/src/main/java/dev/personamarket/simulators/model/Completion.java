package dev.personamarket.simulators.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * An answer, cut to what the request allows. A token is a word with the white space after it, which is near enough for
 * counting.
 */
record Completion(List<String> tokens, String finishReason, int promptTokens) {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int LONGEST_PIECE = 9;

    static Completion of(String text, ChatRequest request) {
        return of(Arrays.asList(text.split("(?<=\\s)(?=\\S)")), request);
    }

    /** Cut without regard to words, at places that are the same for the same text. */
    static Completion inPieces(String text, ChatRequest request) {
        var random = new Random(text.hashCode());
        var pieces = new ArrayList<String>();
        for (int start = 0; start < text.length();) {
            int end = Math.min(text.length(), start + 1 + random.nextInt(LONGEST_PIECE));
            end += Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            pieces.add(text.substring(start, end));
            start = end;
        }
        return of(pieces, request);
    }

    private static Completion of(List<String> words, ChatRequest request) {
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
