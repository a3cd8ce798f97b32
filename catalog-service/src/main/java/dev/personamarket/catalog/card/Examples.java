package dev.personamarket.catalog.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;
import dev.personamarket.catalog.personality.Turn;

/**
 * The {@code mes_example} of cards: blocks that begin with {@code <START>}, in which each line may begin with who
 * speaks. A block that is no conversation of ours, taking turns and begun by the user, is left out.
 */
final class Examples {

    private static final Pattern BLOCK = Pattern.compile("<START>", Pattern.CASE_INSENSITIVE);
    private static final String USER = "{{user}}|<user>|you|user";
    private static final String CHARACTER = "{{char}}|<bot>|<char>";

    private static final int MOST_CONVERSATIONS = 20;
    private static final int MOST_TURNS = 50;
    private static final int LONGEST_TURN = 4000;
    private static final int LONGEST = 40_000;

    /** @param unused whether something of the text is in none of the conversations */
    record Parsed(List<List<TurnTemplate>> conversations, boolean unused) {}

    private Examples() {}

    /** @param names what the character is called, beside {@code {{char}}} */
    static Parsed parse(String text, List<String> names) {
        var speaker = speaker(names);
        var blocks = BLOCK.splitAsStream(text).filter(block -> !block.isBlank()).toList();
        var conversations = new ArrayList<List<TurnTemplate>>();
        var length = 0;
        for (var block : blocks) {
            var turns = turns(block, speaker);
            var longer = length + turns.stream().mapToInt(turn -> length(turn.content())).sum();
            if (!turns.isEmpty() && longer <= LONGEST && conversations.size() < MOST_CONVERSATIONS) {
                conversations.add(turns);
                length = longer;
            }
        }
        return new Parsed(conversations, conversations.size() < blocks.size());
    }

    private static Pattern speaker(List<String> names) {
        var called = names.stream().filter(name -> !name.isBlank() && name.length() <= 100).map(Pattern::quote)
                .collect(Collectors.joining("|", "|", ""));
        return Pattern.compile("(?:(?<user>%s)|(?<char>%s)) ?: ?(?<said>.*)".formatted(
                USER.replace("{", "\\{").replace("}", "\\}"), CHARACTER.replace("{", "\\{").replace("}", "\\}")
                        + (called.equals("|") ? "" : called)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    /** Those of a block, or none if it is no conversation of ours. */
    private static List<TurnTemplate> turns(String block, Pattern speaker) {
        var turns = new ArrayList<TurnTemplate>();
        for (var line : block.strip().split("\n", -1)) {
            var spoken = speaker.matcher(line.stripLeading());
            if (!turns.isEmpty() && said(turns.getLast()).length() > 3 * LONGEST_TURN) {
                return List.of();
            } else if (spoken.matches()) {
                add(turns, role(spoken), spoken.group("said"));
            } else if (!turns.isEmpty()) {
                add(turns, turns.getLast().role(), line);
            } else {
                return List.of();
            }
        }
        var clean = turns.stream().map(turn -> new TurnTemplate(turn.role(), said(turn).strip())).toList();
        return isOurs(clean) ? clean : List.of();
    }

    private static String role(Matcher spoken) {
        return spoken.group("user") == null ? "assistant" : "user";
    }

    /** What the same one says next belongs to the same turn. */
    private static void add(List<TurnTemplate> turns, @Nullable String role, String said) {
        if (!turns.isEmpty() && String.valueOf(turns.getLast().role()).equals(role)) {
            turns.set(turns.size() - 1, new TurnTemplate(role, said(turns.getLast()) + "\n" + said));
        } else {
            turns.add(new TurnTemplate(role, said));
        }
    }

    private static boolean isOurs(List<TurnTemplate> turns) {
        return turns.size() <= MOST_TURNS && "user".equals(turns.getFirst().role()) && turns.stream()
                .allMatch(turn -> !said(turn).isEmpty() && length(turn.content()) <= LONGEST_TURN);
    }

    private static String said(TurnTemplate turn) {
        return Optional.ofNullable(turn.content()).orElse("");
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    static String render(List<List<Turn>> conversations) {
        return conversations.stream().map(turns -> turns.stream().map(Examples::line)
                .collect(Collectors.joining("\n", "<START>\n", ""))).collect(Collectors.joining("\n"));
    }

    private static String line(Turn turn) {
        return (turn.role() == Turn.Role.USER ? "{{user}}: " : "{{char}}: ") + turn.content();
    }
}
