package dev.personamarket.catalog.live;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A personality was published, or archived: then it has neither slug nor name here.
 *
 * @param version  of the content that is public, or was public last; counted from 1
 * @param revision orders all these changes of a personality
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalityChange(UUID personalityId, Kind change, @Nullable String slug, @Nullable String name, int version,
        long revision) implements Change {

    enum Kind {
        @JsonProperty("published")
        PUBLISHED, @JsonProperty("archived")
        ARCHIVED
    }

    static PersonalityChange of(PersonalityPublished event) {
        return new PersonalityChange(event.personalityId(), Kind.PUBLISHED, event.slug(), event.name(),
                event.version(), event.revision());
    }

    static PersonalityChange of(PersonalityArchived event) {
        return new PersonalityChange(event.personalityId(), Kind.ARCHIVED, null, null, event.version(),
                event.revision());
    }

    @Override
    public String event() {
        return "personality";
    }
}
