package dev.personamarket.deployment.agent;

import java.util.ArrayList;
import java.util.List;

import dev.personamarket.deployment.discord.Message;

/** A reply in as many messages as it needs: parted where a reader would pause, code kept code in each. */
final class ReplyText {

    private static final String FENCE = "```";
    private static final List<String> PAUSES = List.of("\n\n", "\n", ". ", "! ", "? ", " ");
    private static final int SHORTEST = Message.LIMIT / 2;
    private static final String GROWING = " …";

    private ReplyText() {}

    /** What fits into one message of a reply that is still growing. */
    static String growing(String text) {
        return text.length() + GROWING.length() <= Message.LIMIT ? text + GROWING : parts(text).getFirst();
    }

    static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var rest = text.strip();
        while (rest.length() > Message.LIMIT) {
            var end = pause(rest, Message.LIMIT - FENCE.length() - 1);
            var part = rest.substring(0, end).stripTrailing();
            rest = rest.substring(end).strip();
            var fence = openFence(part);
            parts.add(fence.isEmpty() ? part : part + "\n" + FENCE);
            rest = fence.isEmpty() ? rest : fence + "\n" + rest;
        }
        parts.add(rest);
        return parts;
    }

    /** Where to part: at the latest of the best pauses, and never inside a character. */
    private static int pause(String text, int limit) {
        for (var pause : PAUSES) {
            var at = text.lastIndexOf(pause, limit - pause.length());
            if (at >= SHORTEST) {
                return at + pause.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** The line that opens the code in which the text ends; empty when it does not end in code. */
    private static String openFence(String text) {
        var open = "";
        for (var line : text.lines().toList()) {
            if (line.stripLeading().startsWith(FENCE)) {
                open = open.isEmpty() ? line.strip() : "";
            }
        }
        return open.length() > 40 ? FENCE : open;
    }
}
