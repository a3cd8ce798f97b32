package dev.personamarket.catalog.personality;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate.TraitTemplate;
import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;
import dev.personamarket.catalog.personality.Turn.Role;

/** Makes content of a template: the one place that says what a personality may be. */
final class TemplateReader {

    private static final int MOST_TAGS = 10;
    private static final int MOST_TRAITS = 8;
    private static final int MOST_CONVERSATIONS = 10;
    private static final int MOST_TURNS = 20;

    /** Discord refuses webhooks of such names: https://discord.com/developers/docs/resources/webhook#create-webhook */
    private static final List<String> RESERVED = List.of("discord", "clyde");

    private final Faults faults = new Faults();
    private final PersonalityTemplate template;

    private TemplateReader(PersonalityTemplate template) {
        this.template = template;
    }

    /**
     * Fails with one 400 that names every fault by its path.
     *
     * @param before what the template replaces: keeps its face, and its slug if the template has none
     */
    static Content read(PersonalityTemplate template, Collection<Category> categories, @Nullable Content before) {
        return new TemplateReader(template).content(categories, before);
    }

    private Content content(Collection<Category> categories, @Nullable Content before) {
        var name = name();
        var content = new Content(slug(before == null ? Slug.from(name) : before.slug()), name,
                faults.line("tagline", template.tagline(), 100),
                faults.prose("description", template.description(), 4000), category(categories), tags(),
                faults.each("traits", template.traits(), 1, MOST_TRAITS, this::trait),
                faults.prose("greeting", template.greeting(), 2000),
                faults.prose("systemPrompt", template.systemPrompt(), 8000),
                faults.each("sampleConversations", template.sampleConversations(), 0, MOST_CONVERSATIONS,
                        this::conversation),
                visibility(), before == null ? null : before.avatar());
        faults.refuse();
        return content;
    }

    private String name() {
        var name = faults.line("name", template.name(), 32);
        RESERVED.stream().filter(name.toLowerCase(Locale.ROOT)::contains)
                .forEach(word -> faults.add("name", "must not contain \"%s\": Discord refuses it".formatted(word)));
        return name;
    }

    private String slug(String otherwise) {
        var slug = template.slug() == null ? otherwise : template.slug();
        if (!Slug.isValid(slug)) {
            faults.add("slug", "must be words of a-z and 0-9 joined by hyphens, at most 64 characters, and no UUID");
        }
        return slug;
    }

    private Category category(Collection<Category> categories) {
        return categories.stream().filter(category -> category.slug().equals(template.category())).findFirst()
                .orElseGet(() -> {
                    faults.add("category", "must be the slug of an existing category");
                    return new Category("", "");
                });
    }

    private List<String> tags() {
        var seen = new HashSet<String>();
        return faults.each("tags", template.tags(), 0, MOST_TAGS, (path, text) -> {
            var tag = faults.line(path, text, 32).toLowerCase(Locale.ROOT);
            if (!seen.add(tag)) {
                faults.add(path, "must not be there twice");
            }
            return tag;
        });
    }

    private Trait trait(String path, @Nullable TraitTemplate trait) {
        var value = trait == null ? null : trait.value();
        if (value == null || value < 0 || value > 100) {
            faults.add(path + ".value", "must be a whole number from 0 to 100");
        }
        return new Trait(faults.line(path + ".name", trait == null ? null : trait.name(), 32),
                value == null ? 0 : value);
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
        return new Turn(expected, faults.prose(path + ".content", turn == null ? null : turn.content(), 2000));
    }

    private PromptVisibility visibility() {
        return switch (template.promptVisibility()) {
            case "open" -> PromptVisibility.OPEN;
            case "hidden" -> PromptVisibility.HIDDEN;
            case null -> PromptVisibility.HIDDEN;
            default -> {
                faults.add("promptVisibility", "must be \"hidden\" or \"open\"");
                yield PromptVisibility.HIDDEN;
            }
        };
    }
}
