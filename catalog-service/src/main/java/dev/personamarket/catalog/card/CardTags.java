package dev.personamarket.catalog.card;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A card's tags as tags are written here, as many as there is room for. */
final class CardTags {

    private static final int MOST = 20;
    private static final int LONGEST = 32;

    private CardTags() {}

    static List<String> of(List<String> texts, Findings findings) {
        var tags = texts.stream().map(CardTags::tag).filter(tag -> !tag.isEmpty()).distinct().toList();
        var fitting = tags.stream().filter(tag -> tag.codePointCount(0, tag.length()) <= LONGEST).limit(MOST).toList();
        if (fitting.size() < tags.size()) {
            findings.warn("Of %d tags there are %d here: at most 20 of at most 32 characters each."
                    .formatted(tags.size(), fitting.size()));
        }
        return fitting;
    }

    private static String tag(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC).replaceAll("[\\s\\p{Cc}]+", " ")
                .strip();
    }
}
