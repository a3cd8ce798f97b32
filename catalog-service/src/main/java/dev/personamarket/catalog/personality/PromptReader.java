package dev.personamarket.catalog.personality;

import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;
import dev.personamarket.catalog.personality.Turn.Role;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the {@link TemplateReader} for what a language model will read. */
record PromptReader(PersonalityTemplate template, Faults faults) {

    /** In characters: of the system prompt with its sections, and of all sample conversations together. */
    private static final int LONGEST_PROMPT = 8000;
    private static final int LONGEST_SAMPLES = 40_000;

    private static final int MOST_CONVERSATIONS = 20;
    private static final int MOST_TURNS = 50;
    private static final int MOST_GREETINGS = 50;
    private static final int LONGEST_GREETING = 4000;
    private static final int LONGEST_MODEL = 100;

    String greeting() {
        return faults.prose("greeting", template.greeting(), LONGEST_GREETING);
    }

    String systemPrompt() {
        return faults.prose("systemPrompt", template.systemPrompt(), LONGEST_PROMPT);
    }

    List<List<Turn>> conversations() {
        return faults.each("sampleConversations", template.sampleConversations(), 0, MOST_CONVERSATIONS,
                this::conversation);
    }

    private List<Turn> conversation(String path, @Nullable List<@Nullable TurnTemplate> turns) {
        var speaker = new AtomicInteger();
        return faults.each(path, turns, 1, MOST_TURNS,
                (turnPath, turn) -> turn(turnPath, turn, speaker.getAndIncrement() % 2 == 0
                        ? Role.USER
                        : Role.ASSISTANT));
    }

    private Turn turn(String path, @Nullable TurnTemplate turn, Role expected) {
        if (turn == null || !expected.code().equals(turn.role())) {
            faults.add(path + ".role",
                    "must be \"%s\": the two take turns, the user begins".formatted(expected.code()));
        }
        return new Turn(expected, faults.prose(path + ".content", turn == null ? null : turn.content(), 4000));
    }

    List<String> alternateGreetings() {
        return faults.each("alternateGreetings", template.alternateGreetings(), 0, MOST_GREETINGS,
                (path, greeting) -> faults.prose(path, greeting, LONGEST_GREETING));
    }

    @Nullable
    PromptSections sections() {
        var sections = template.promptSections();
        return sections == null
                ? null
                : new PromptSections(section("personality", sections.personality()),
                        section("scenario", sections.scenario()),
                        section("systemOverride", sections.systemOverride()),
                        section("postHistory", sections.postHistory())).orNothing();
    }

    private @Nullable String section(String name, @Nullable String text) {
        return faults.optionalProse("promptSections." + name, text, LONGEST_PROMPT);
    }

    @Nullable
    Generation generation() {
        var generation = template.generation();
        if (generation == null) {
            return null;
        }
        var model = faults.optionalLine("generation.model", generation.model(), LONGEST_MODEL);
        var temperature = generation.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            faults.add("generation.temperature", "must be from 0 to 2");
        }
        return new Generation(model, temperature).orNothing();
    }

    /** Finds fault with texts that are short enough each, but not together. */
    void limit(Content content) {
        faults.limit("systemPrompt", "with all prompt sections", Stream.concat(Stream.of(content.systemPrompt()),
                Stream.ofNullable(content.promptSections()).flatMap(PromptSections::texts)), LONGEST_PROMPT);
        faults.limit("sampleConversations", "in all turns together",
                content.sampleConversations().stream().flatMap(List::stream).map(Turn::content), LONGEST_SAMPLES);
    }
}
