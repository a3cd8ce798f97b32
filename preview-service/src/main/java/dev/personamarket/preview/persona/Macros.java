package dev.personamarket.preview.persona;

import dev.personamarket.preview.model.ChatMessage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What texts of a personality may say for its own name and for whoever it talks with. A closed list; everything else
 * stays as it is written.
 *
 * @see <a href="https://github.com/malfoyslastname/character-card-spec-v2/blob/main/spec_v2.md">Character card V2</a>
 */
record Macros(String character) {

    private static final Pattern CHARACTER = Pattern.compile("\\{\\{char}}|<BOT>", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER = Pattern.compile("\\{\\{user}}|<USER>", Pattern.CASE_INSENSITIVE);
    /** Stands for the rule that the compiler puts before everything else whatever the author wants. */
    private static final Pattern ORIGINAL = Pattern.compile("\\{\\{original}}\\s*", Pattern.CASE_INSENSITIVE);

    /** Nobody tells the model what people are called. */
    private static final String SOMEBODY = "User";

    Persona expand(Persona persona) {
        return new Persona(persona.personalityId(), persona.version(), persona.name(),
                expand(persona.systemPrompt()), expand(persona.greeting()),
                persona.examples().stream().map(this::expand).toList(), expand(persona.sections()),
                persona.generation(), persona.open());
    }

    private PromptSections expand(PromptSections sections) {
        return new PromptSections(expandOrNull(sections.personality()), expandOrNull(sections.scenario()),
                expandOrNull(sections.systemOverride()), expandOrNull(sections.postHistory()));
    }

    private List<ChatMessage> expand(List<ChatMessage> example) {
        return example.stream().map(line -> new ChatMessage(line.role(), expand(line.content()))).toList();
    }

    private @Nullable String expandOrNull(@Nullable String text) {
        return text == null ? null : expand(ORIGINAL.matcher(text).replaceAll(""));
    }

    private String expand(String text) {
        var named = CHARACTER.matcher(text).replaceAll(Matcher.quoteReplacement(character));
        return USER.matcher(named).replaceAll(SOMEBODY);
    }
}
