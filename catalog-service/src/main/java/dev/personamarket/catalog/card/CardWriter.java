package dev.personamarket.catalog.card;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.catalog.personality.Attribution;
import dev.personamarket.catalog.personality.Content;
import dev.personamarket.catalog.personality.Draft;
import dev.personamarket.catalog.personality.PromptSections;
import dev.personamarket.catalog.personality.Trait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a card of a personality. If it was made of a card itself, that one is taken and only what was changed since is
 * written over it, so that nothing is lost that others wrote there.
 */
@Component
class CardWriter {

    private static final String BACKFILLED = "This character card is a Character Card V3 that is read as a V2: use a "
            + "program that knows V3 to have all of it.";

    private final CardsProperties properties;

    CardWriter(CardsProperties properties) {
        this.properties = properties;
    }

    /** The fields of a card that we have something to say in. */
    static ObjectNode fields(Draft draft) {
        var content = draft.content();
        var sections = Optional.ofNullable(content.promptSections());
        var attribution = Optional.ofNullable(content.attribution());
        var fields = CardJson.object().put("name", content.name()).put("description", content.systemPrompt())
                .put("personality", sections.map(PromptSections::personality).orElseGet(() -> traits(content)))
                .put("scenario", sections.map(PromptSections::scenario).orElse(""))
                .put("first_mes", content.greeting()).put("mes_example", Examples.render(content.sampleConversations()))
                .put("creator_notes", content.description())
                .put("system_prompt", sections.map(PromptSections::systemOverride).orElse(""))
                .put("post_history_instructions", sections.map(PromptSections::postHistory).orElse(""))
                .put("creator", attribution.map(Attribution::creator).orElse(""))
                .put("character_version", attribution.map(Attribution::cardVersion)
                        .orElse(draft.version() == null ? "" : draft.version().toString()));
        fields.set("alternate_greetings", CardJson.texts(content.alternateGreetings().stream()));
        fields.set("tags", CardJson.texts(Stream.concat(content.tags().stream(),
                Stream.of(content.category().slug())).distinct()));
        Optional.ofNullable(content.nickname()).ifPresent(nickname -> fields.put("nickname", nickname));
        attribution.map(Attribution::source)
                .ifPresent(source -> fields.set("source", CardJson.texts(source.stream())));
        return fields;
    }

    private static String traits(Content content) {
        return content.traits().stream().map(Trait::name).collect(Collectors.joining(", "));
    }

    /** @param picture the {@link PngFile#picture} that the card goes into */
    ObjectNode write(CardSpec spec, Draft draft, @Nullable ImportedCard imported, @Nullable String picture) {
        var root = root(imported).put("spec", spec.code()).put("spec_version", spec.version());
        var data = (ObjectNode) root.path("data");
        fields(draft).properties().forEach(field -> write(data, field.getKey(), field.getValue(), imported));
        if (!data.path("extensions").isObject()) {
            data.putObject("extensions");
        }
        if (spec == CardSpec.V3) {
            writeV3(data, draft);
        } else {
            writeV2(data, imported);
        }
        Lorebook.complete(data, spec, imported != null && imported.spec() == CardSpec.V3);
        copyToTop(root, data);
        NativeFields.write(data, draft, picture);
        return root;
    }

    private static ObjectNode root(@Nullable ImportedCard imported) {
        var root = CardJson.object();
        if (imported == null) {
            root.putObject("data");
        } else if (imported.spec() == CardSpec.V1) {
            root.set("data", imported.raw().deepCopy());
        } else {
            root.setAll(imported.raw().deepCopy());
        }
        return root;
    }

    /** Leaves a field as it came that says something and of which nothing was changed here since. */
    private static void write(ObjectNode data, String name, JsonNode ours, @Nullable ImportedCard imported) {
        var theirs = data.path(name);
        var asImported = imported != null && ours.equals(imported.fields().get(name));
        var says = theirs.isString() ? !theirs.stringValue().isBlank() : !theirs.isEmpty();
        if (!asImported || !says || theirs.getNodeType() != ours.getNodeType()) {
            data.set(name, ours);
            if (name.equals("creator_notes") && data.path("creator_notes_multilingual") instanceof ObjectNode languages
                    && languages.has("en")) {
                languages.set("en", ours);
            }
        }
    }

    private void writeV3(ObjectNode data, Draft draft) {
        if (!data.path("group_only_greetings").isArray()) {
            data.putArray("group_only_greetings");
        }
        if (!data.path("assets").isArray()) {
            data.putArray("assets").addObject().put("type", "icon").put("uri", "ccdefault:").put("name", "main")
                    .put("ext", "png");
        }
        if (!data.path("creation_date").isNumber()) {
            data.put("creation_date", draft.createdAt().getEpochSecond());
        }
        data.put("modification_date", draft.updatedAt().getEpochSecond());
        var here = properties.source(draft.id());
        var sources = data.path("source").isArray() ? data.withArray("source") : data.putArray("source");
        if (sources.valueStream().noneMatch(source -> source.asString("").equals(here))) {
            sources.add(here);
        }
    }

    /** What the second edition does not know goes out only with a card that came with it. */
    private static void writeV2(ObjectNode data, @Nullable ImportedCard imported) {
        Stream.of("nickname", "source").filter(name -> imported == null
                || !Card.data(imported.spec(), imported.raw()).has(name)).forEach(data::remove);
    }

    /** Some programs write the fields of the first edition at the top too, for those that know nothing newer. */
    private static void copyToTop(ObjectNode root, ObjectNode data) {
        Stream.of("name", "description", "personality", "scenario", "first_mes", "mes_example").filter(root::has)
                .forEach(name -> root.set(name, data.path(name)));
    }

    /** Says in a V2 card that there is a V3 card beside it. */
    static ObjectNode backfilled(ObjectNode card) {
        var data = (ObjectNode) card.path("data");
        data.put("creator_notes", data.path("creator_notes").asString("") + "\n\n" + BACKFILLED);
        return card;
    }
}
