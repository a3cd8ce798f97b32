package dev.personamarket.simulators.discord.messages;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.personamarket.simulators.discord.FormErrors;
import tools.jackson.databind.JsonNode;

/**
 * Whom a message may ping:
 * <a href="https://discord.com/developers/docs/resources/message#allowed-mentions-object">allowed mentions</a>.
 *
 * @param allUsers every user that the text names
 * @param users those alone, when not all
 */
record AllowedMentions(boolean everyone, boolean allUsers, List<String> users) {

    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");

    static Stream<String> usersNamedIn(String text) {
        return USER.matcher(text).results().map(found -> found.group(1)).distinct();
    }

    /** @throws dev.personamarket.simulators.discord.DiscordException when a kind is both parsed and listed */
    static AllowedMentions read(JsonNode allowed) {
        if (!allowed.isObject()) {
            return new AllowedMentions(true, true, List.of());
        }
        var parse = allowed.path("parse").valueStream().map(kind -> kind.asString("")).toList();
        var errors = new FormErrors();
        for (String kind : List.of("users", "roles")) {
            errors.require(!parse.contains(kind) || allowed.path(kind).isEmpty(), "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "parse:[\"%s\"] and %s: [ids...] are mutually exclusive.".formatted(kind, kind));
        }
        errors.raise();
        return new AllowedMentions(parse.contains("everyone"), parse.contains("users"),
                allowed.path("users").valueStream().map(id -> id.asString("")).toList());
    }

    boolean allowsUser(String id) {
        return allUsers || users.contains(id);
    }
}
