package dev.personamarket.catalog.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What there is to say of the way from a card to a personality. */
final class Findings {

    /** A card can have thousands of fields; nobody reads on. */
    private static final int MOST = 100;

    private final SequencedSet<String> mapped = new LinkedHashSet<>();
    private final SequencedSet<String> preserved = new LinkedHashSet<>();
    private final SequencedSet<String> warnings = new LinkedHashSet<>();

    /** This field of the card became that field of ours. */
    void mapped(String field, String ours) {
        mapped.add("%s → %s".formatted(field, ours));
    }

    /** This is kept with the card and comes back with an export, but nothing here makes use of it. */
    void preserved(String what) {
        preserved.add(what.length() > 100 ? what.substring(0, 100) + "…" : what);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> mapped() {
        return some(mapped);
    }

    List<String> preserved() {
        return some(preserved);
    }

    List<String> warnings() {
        return some(warnings);
    }

    private static List<String> some(SequencedSet<String> all) {
        if (all.size() <= MOST) {
            return List.copyOf(all);
        }
        var some = new ArrayList<>(all.stream().limit(MOST).toList());
        some.add("and %d more".formatted(all.size() - MOST));
        return some;
    }
}
