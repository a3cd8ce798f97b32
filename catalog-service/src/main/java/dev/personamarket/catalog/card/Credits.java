package dev.personamarket.catalog.card;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.personality.PersonalityTemplate.AttributionTemplate;

/** Who made a card, in which version, and where it was before, as far as there is room for it. */
record Credits(CardFields fields, Choice choice) {

    private static final int LONGEST = 200;
    private static final int MOST_SOURCES = 50;
    private static final int LONGEST_SOURCE = 2000;

    AttributionTemplate template() {
        return new AttributionTemplate(
                credit("creator", "attribution.creator", AttributionTemplate::creator),
                credit("character_version", "attribution.cardVersion", AttributionTemplate::cardVersion),
                choice.<@Nullable List<@Nullable String>>pick("source", "attribution.source",
                        template -> template.attribution() == null ? null : template.attribution().source(),
                        this::sources));
    }

    private @Nullable String credit(String field, String our, Function<AttributionTemplate, @Nullable String> exact) {
        return choice.<@Nullable String>pick(field, our,
                template -> template.attribution() == null ? null : exact.apply(template.attribution()),
                () -> fields.cut(field, fields.text(field).replaceAll("[\\s\\p{Cc}]+", " "), LONGEST));
    }

    private List<@Nullable String> sources() {
        var sources = fields.texts("source");
        var fitting = sources.stream().filter(source -> source.length() <= LONGEST_SOURCE
                && source.codePoints().noneMatch(Character::isISOControl)).limit(MOST_SOURCES).toList();
        if (fitting.size() < sources.size()) {
            fields.findings().warn("Of %d sources %d are shown; all are kept with the card.".formatted(sources.size(),
                    fitting.size()));
        }
        return List.copyOf(fitting);
    }
}
