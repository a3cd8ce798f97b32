package dev.personamarket.catalog.personality;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate.TraitTemplate;
import dev.personamarket.catalog.personality.PersonalityTemplate.TurnTemplate;
import dev.personamarket.catalog.personality.Turn.Role;

/** Makes content of a template: the one place that says what a personality may be. */
final class TemplateReader {

    private static final int MOST_TAGS = 20;
    private static final int MOST_TRAITS = 8;
    private static final int MOST_SOURCES = 50;

    /** Discord refuses webhooks of such names: https://discord.com/developers/docs/resources/webhook#create-webhook */
    private static final List<String> RESERVED = List.of("discord", "clyde", "```", "@everyone", "@here");
    /** Nobody can have these names: https://discord.com/developers/docs/resources/user#usernames-and-nicknames */
    private static final List<String> EVERYBODY = List.of("everyone", "here");

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
    static Content read(PersonalityTemplate template, Shelves shelves, @Nullable Content before) {
        return new TemplateReader(template).content(shelves, before);
    }

    private Content content(Shelves shelves, @Nullable Content before) {
        var name = name();
        var prompt = new PromptReader(template, faults);
        var content = new Content(slug(before == null ? Slug.from(name) : before.slug()), name,
                faults.line("tagline", template.tagline(), 160),
                faults.prose("description", template.description(), 20_000), category(shelves), tags(),
                faults.each("traits", template.traits(), 1, MOST_TRAITS, this::trait),
                prompt.greeting(), prompt.systemPrompt(), prompt.conversations(),
                visibility(), before == null ? null : before.avatar(), nickname(), prompt.alternateGreetings(),
                prompt.sections(),
                attribution(), prompt.generation());
        prompt.limit(content);
        faults.refuse();
        return content;
    }

    private String name() {
        var name = faults.line("name", template.name(), 80);
        refuseReserved("name", name);
        return name;
    }

    private @Nullable String nickname() {
        var nickname = faults.optionalLine("nickname", template.nickname(), Content.DISCORD_NAME);
        if (nickname != null) {
            refuseReserved("nickname", nickname);
        }
        return nickname;
    }

    private void refuseReserved(String field, String name) {
        // letters that only look different are the same to Discord
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        RESERVED.stream().filter(plain::contains)
                .forEach(word -> faults.add(field, "must not contain \"%s\": Discord refuses it".formatted(word)));
        if (EVERYBODY.contains(plain)) {
            faults.add(field, "must not be \"%s\": Discord refuses it".formatted(plain));
        }
    }

    private String slug(String otherwise) {
        var slug = template.slug() == null ? otherwise : template.slug();
        if (!Slug.isValid(slug)) {
            faults.add("slug", Slug.RULE);
        }
        return slug;
    }

    private Category category(Shelves shelves) {
        return shelves.find(template.category()).orElseGet(() -> {
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

    private @Nullable Attribution attribution() {
        var attribution = template.attribution();
        return attribution == null
                ? null
                : new Attribution(faults.optionalLine("attribution.creator", attribution.creator(), 200),
                        faults.optionalLine("attribution.cardVersion", attribution.cardVersion(), 200),
                        faults.each("attribution.source", attribution.source(), 0, MOST_SOURCES,
                                (path, source) -> faults.line(path, source, 2000)))
                        .orNothing();
    }

}
