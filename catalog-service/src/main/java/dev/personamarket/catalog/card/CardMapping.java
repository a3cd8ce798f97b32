package dev.personamarket.catalog.card;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate;
import dev.personamarket.catalog.personality.PersonalityTemplate.TraitTemplate;
import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;
import dev.personamarket.catalog.personality.PromptSections;

/**
 * Makes a template of a card. A card's {@code description} is what the language model reads, and so our system prompt;
 * our public description are the notes of its creator. What a card cannot say gets a value that says so, with a
 * warning, and what we have no room for is cut with one, since the card itself is kept. What matters to the model is
 * never cut: it is refused with the template.
 */
final class CardMapping {

    private static final int LONGEST_NOTES = 20_000;
    private static final int LONGEST_TAGLINE = 160;
    /** Far beyond what is made use of; what is longer is not even looked at. */
    private static final int LONGEST_EXAMPLES = 400_000;

    private final CardFields fields;
    private final Choice choice;
    private final TagShelves shelves;
    private final Findings findings;
    private final @Nullable NativeFields ours;

    CardMapping(Card card, TagShelves shelves, Findings findings) {
        this.fields = new CardFields(card, findings);
        this.shelves = shelves;
        this.findings = findings;
        this.ours = NativeFields.of(card);
        this.choice = new Choice(fields, ours);
    }

    PersonalityTemplate template() {
        var name = choice.pick("name", "name", PersonalityTemplate::name, () -> fields.text("name"));
        var notes = choice.pick("creator_notes", "description", PersonalityTemplate::description, () -> notes(name));
        var tags = choice.pick("tags", "tags", PersonalityTemplate::tags,
                () -> List.<@Nullable String>copyOf(CardTags.of(fields.texts("tags"), findings)));
        var prompt = choice.pick("description", "systemPrompt", PersonalityTemplate::systemPrompt, this::persona);
        return new PersonalityTemplate(ours == null ? null : ours.template().slug(), name, tagline(notes), notes,
                category(tags), tags, traits(),
                choice.pick("first_mes", "greeting", PersonalityTemplate::greeting, () -> greeting(name)), prompt,
                choice.pick("mes_example", "sampleConversations", PersonalityTemplate::sampleConversations,
                        () -> conversations(name)),
                ours == null ? null : ours.template().promptVisibility(),
                choice.pick("nickname", "nickname", PersonalityTemplate::nickname, () -> nickname(name)),
                choice.pick("alternate_greetings", "alternateGreetings", PersonalityTemplate::alternateGreetings,
                        () -> List.<@Nullable String>copyOf(fields.texts("alternate_greetings"))),
                sections(), new Credits(fields, choice).template(),
                ours == null ? null : ours.template().generation());
    }

    private @Nullable String notes(@Nullable String name) {
        var notes = Notes.markdown(fields.notes());
        if (notes.isEmpty()) {
            findings.warn("The card has no creator_notes: the public description needs a person who writes it.");
            return "%s came as a character card without any notes.".formatted(name);
        }
        return fields.cut("creator_notes", notes, LONGEST_NOTES);
    }

    private @Nullable String tagline(@Nullable String description) {
        if (ours != null) {
            return ours.template().tagline();
        }
        var sentence = fields.notes().isBlank()
                ? ""
                : Excerpt.firstSentence(String.valueOf(description), LONGEST_TAGLINE);
        if (sentence.isEmpty()) {
            findings.warn("The card has nothing to make a tagline of: it needs a person who writes it.");
            return "Came as a character card.";
        }
        return sentence;
    }

    private String greeting(@Nullable String name) {
        var greeting = fields.text("first_mes");
        if (greeting.isEmpty()) {
            findings.warn("The card has no first_mes: it greets with its name.");
            return "Hello, I am %s.".formatted(name);
        }
        return greeting;
    }

    /** The description, or whatever else of the prompt there is. */
    private String persona() {
        var description = fields.text("description");
        if (description.isEmpty() && fields.says("personality")) {
            findings.warn("The card has no description: its personality is the system prompt.");
            return fields.text("personality");
        }
        return description;
    }

    private @Nullable String nickname(@Nullable String name) {
        var nickname = fields.text("nickname");
        return nickname.isEmpty() || nickname.equals(name) ? null : nickname;
    }

    private @Nullable PromptSections sections() {
        return new PromptSections(
                section("personality", "personality", PromptSections::personality,
                        () -> fields.says("description") ? fields.text("personality") : ""),
                section("scenario", "scenario", PromptSections::scenario, () -> fields.text("scenario")),
                section("system_prompt", "systemOverride", PromptSections::systemOverride,
                        () -> fields.text("system_prompt")),
                section("post_history_instructions", "postHistory", PromptSections::postHistory,
                        () -> fields.text("post_history_instructions")));
    }

    private @Nullable String section(String field, String our, Function<PromptSections, @Nullable String> exact,
            Supplier<String> mapped) {
        return choice.<@Nullable String>pick(field, "promptSections." + our,
                template -> template.promptSections() == null ? null : exact.apply(template.promptSections()),
                mapped::get);
    }

    private List<List<TurnTemplate>> conversations(@Nullable String name) {
        var text = fields.text("mes_example");
        var examples = text.length() > LONGEST_EXAMPLES
                ? new Examples.Parsed(List.of(), true)
                : Examples.parse(text, List.of(String.valueOf(name), fields.text("nickname")));
        if (examples.unused()) {
            findings.preserved("mes_example");
            findings.warn("Not all of mes_example is a conversation in turns, begun by the user: the rest is kept with "
                    + "the card but not used.");
        }
        return examples.conversations();
    }

    private @Nullable List<@Nullable TraitTemplate> traits() {
        return ours == null || ours.template().traits() == null
                ? List.<@Nullable TraitTemplate>copyOf(ProposedTraits.of(fields.text("personality"), findings))
                : ours.template().traits();
    }

    private String category(@Nullable List<@Nullable String> tags) {
        var own = ours == null ? null : ours.template().category();
        if (own != null && shelves.has(own)) {
            return own;
        }
        var all = tags == null ? List.<String>of() : tags.stream().map(String::valueOf).toList();
        return shelves.of(all).orElseGet(() -> {
            findings.warn("None of the tags belongs to a category: it is in \"%s\", for review."
                    .formatted(shelves.usual()));
            return shelves.usual();
        });
    }
}
