package dev.personamarket.catalog.personality;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.personamarket.defaults.identity.Caller;

/**
 * Who does something to a personality.
 *
 * @param id   by which this system knows a person; nobody's, where no person did it
 * @param name as it was at that time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(@Nullable UUID id, String name) {

    /** Who does what no person does: the samples, and the operators' commands. */
    public static final Actor MARKETPLACE = new Actor(null, "Marketplace");

    public static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name());
    }
}
