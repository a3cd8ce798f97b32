package dev.personamarket.catalog.card;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What a card says that nothing here makes use of. It is kept with the card, and comes back with an export. */
final class Leftovers {

    private static final Set<String> FRAME = Set.of("spec", "spec_version", "data");
    private static final Set<String> FIRST = Set.of("name", "description", "personality", "scenario", "first_mes",
            "mes_example");
    private static final Set<String> USED = Set.of("creator_notes", "system_prompt", "post_history_instructions",
            "alternate_greetings", "tags", "creator", "character_version", "nickname", "source", "extensions",
            // which come back as they are, and of which an empty one says nothing
            "creation_date", "modification_date");

    private Leftovers() {}

    static void report(Card card, Findings findings) {
        if (card.spec() != CardSpec.V1) {
            card.raw().properties().stream().filter(each -> !FRAME.contains(each.getKey())
                    && !FIRST.contains(each.getKey())).forEach(each -> findings.preserved(each.getKey()));
        }
        card.data().properties().stream().filter(each -> !USED.contains(each.getKey())
                && !FIRST.contains(each.getKey()) && !FRAME.contains(each.getKey()))
                .filter(each -> says(each.getValue())).forEach(each -> findings.preserved("data." + each.getKey()));
        card.field("extensions").propertyNames().stream().filter(name -> !name.equals(NativeFields.NAMESPACE))
                .forEach(name -> findings.preserved("extensions." + name));
    }

    private static boolean says(JsonNode value) {
        return !value.isNull() && !(value.isContainer() && value.isEmpty());
    }
}
