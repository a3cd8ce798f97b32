package dev.personamarket.simulators.discord.messages;

import java.util.List;

import dev.personamarket.simulators.discord.people.UserObject;
import tools.jackson.databind.JsonNode;

/** What a message says. */
public record Content(String content, List<JsonNode> embeds, List<JsonNode> components, int flags,
        List<UserObject> mentions, boolean mentionEveryone, List<String> mentionRoles) {

    /** Only its user sees it. */
    public static final int EPHEMERAL = 1 << 6;
    /** “… is thinking”. */
    public static final int LOADING = 1 << 7;

    /** What stands there until a deferred answer is edited in. */
    public static Content thinking(boolean ephemeral) {
        return new Content("", List.of(), List.of(), ephemeral ? LOADING | EPHEMERAL : LOADING, List.of(), false,
                List.of());
    }

    public boolean isThinking() {
        return (flags & LOADING) != 0;
    }

    public boolean isEphemeral() {
        return (flags & EPHEMERAL) != 0;
    }

    /** The same, seen by whoever saw the message that it replaces. */
    public Content asEphemeralAs(Content replaced) {
        int kept = replaced.isEphemeral() ? flags | EPHEMERAL : flags & ~EPHEMERAL;
        return new Content(content, embeds, components, kept, mentions, mentionEveryone, mentionRoles);
    }
}
