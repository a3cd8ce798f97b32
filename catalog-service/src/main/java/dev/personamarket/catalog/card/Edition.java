package dev.personamarket.catalog.card;

/** Whether the card is of an edition that is known here. Another one is read as far as it is understood. */
final class Edition {

    private Edition() {}

    static void check(Card card, Findings findings) {
        var spec = card.raw().path("spec").asString("");
        var version = card.raw().path("spec_version").asString("");
        if (card.spec() == CardSpec.V1) {
            return;
        }
        if (!spec.equals(card.spec().code())) {
            findings.warn("The card calls its edition \"%s\": it is read as %s.".formatted(Excerpt.cut(spec, 40),
                    card.spec().code()));
        } else if (number(version) > number(card.spec().version())) {
            findings.warn("The card is of a newer edition, %s: what is new in it is kept but not used."
                    .formatted(Excerpt.cut(version, 20)));
        } else if (number(version) != number(card.spec().version())) {
            findings.warn("The card does not name its edition as it should; it is read as %s."
                    .formatted(card.spec().version()));
        }
    }

    /** As the third edition wants it to be compared. */
    private static float number(String version) {
        try {
            return Float.parseFloat(version);
        } catch (NumberFormatException _) {
            return Float.NaN;
        }
    }
}
