package dev.personamarket.catalog.card;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.personamarket.defaults.problems.FieldFault;
import dev.personamarket.defaults.problems.Problem;

/** Says what is wrong with a template in the words of the card that it was made of. */
final class CardFaults {

    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("systemPrompt", "description"),
            Map.entry("promptSections.personality", "personality"), Map.entry("promptSections.scenario", "scenario"),
            Map.entry("promptSections.systemOverride", "system_prompt"),
            Map.entry("promptSections.postHistory", "post_history_instructions"), Map.entry("greeting", "first_mes"),
            Map.entry("alternateGreetings", "alternate_greetings"), Map.entry("sampleConversations", "mes_example"),
            Map.entry("description", "creator_notes"), Map.entry("attribution.creator", "creator"),
            Map.entry("attribution.cardVersion", "character_version"), Map.entry("attribution.source", "source"));
    /** A card can have thousands of faults of the same kind. */
    private static final int MOST = 50;

    private CardFaults() {}

    static List<String> of(Problem problem) {
        var faults = problem.faults();
        return faults.isEmpty()
                ? List.of(Objects.requireNonNullElse(problem.getBody().getDetail(), "The card is refused."))
                : faults.stream().limit(MOST).map(CardFaults::sentence).toList();
    }

    private static String sentence(FieldFault fault) {
        return "%s %s".formatted(field(fault.field()), fault.message());
    }

    /** What is wrong, without where. */
    static String reason(Problem problem) {
        return problem.faults().stream().findFirst().map(fault -> "it %s.".formatted(fault.message()))
                .orElseGet(() -> Objects.requireNonNullElse(problem.getBody().getDetail(), "it is refused."));
    }

    private static String field(String ours) {
        var index = ours.indexOf('[');
        var name = index < 0 ? ours : ours.substring(0, index);
        return NAMES.getOrDefault(name, name) + (index < 0 ? "" : ours.substring(index));
    }
}
