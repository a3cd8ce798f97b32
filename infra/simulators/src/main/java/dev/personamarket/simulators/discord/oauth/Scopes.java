package dev.personamarket.simulators.discord.oauth;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The scopes that exist here, and what each one means to the person who is asked. */
final class Scopes {

    static final String BOT = "bot";

    private static final Map<String, String> MEANINGS = Map.of("identify", "Know your name and picture", "email",
            "Know your email address", "guilds", "Know which servers you are in", "guilds.members.read",
            "Read your profile in your servers", BOT, "Add a bot to a server of yours", "applications.commands",
            "Offer commands in a server of yours", "applications.commands.update",
            "Change the commands that it offers");

    private Scopes() {}

    /** In the order given, empty when none is given or one is unknown. */
    static Optional<Set<String>> parse(@Nullable String scope) {
        if (scope == null || scope.isBlank()) {
            return Optional.empty();
        }
        var scopes = new LinkedHashSet<>(Arrays.asList(scope.trim().split("[ +]+")));
        return MEANINGS.keySet().containsAll(scopes)
                ? Optional.of(Collections.unmodifiableSet(scopes))
                : Optional.empty();
    }

    static String meaning(String scope) {
        return MEANINGS.getOrDefault(scope, scope);
    }
}
