package dev.personamarket.catalog.personality;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.personamarket.catalog.audit.Difference;
import dev.personamarket.catalog.audit.Entry;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells the audit trail of a change: the fields of the draft, the status, and which version there is. */
final class Audit {

    private Audit() {}

    static Entry entry(Change change, Actor actor) {
        var after = change.personality();
        return new Entry(after.updatedAt(), actor.id(), actor.name(), Objects.requireNonNull(change.action()),
                after.id().value(), null, Difference.between(view(change.before()), view(after)));
    }

    private static ObjectNode view(@Nullable Personality personality) {
        var view = JsonNodeFactory.instance.objectNode();
        if (personality != null) {
            view.put("status", personality.status().code()).put("version", personality.version())
                    .setAll((ObjectNode) personality.draft().tree());
        }
        return view;
    }
}
