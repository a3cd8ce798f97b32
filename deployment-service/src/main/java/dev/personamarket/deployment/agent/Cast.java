package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.personamarket.deployment.discord.InteractionResponse.Choice;

/**
 * Who could speak in a channel.
 *
 * @param here      those who speak in it
 * @param elsewhere those who speak in other channels of the server
 * @param chosen    the one that a manager has chosen for the channel, if any
 */
record Cast(List<Voice> here, List<Voice> elsewhere, Optional<Voice> chosen) {

    private static final int NAME_LIMIT = 100;

    static Cast of(List<Voice> all, Predicate<Voice> speaksHere, List<UUID> chosen) {
        var parted = all.stream().collect(Collectors.partitioningBy(speaksHere));
        var here = parted.getOrDefault(true, List.of());
        return new Cast(here, parted.getOrDefault(false, List.of()),
                here.stream().filter(voice -> chosen.contains(voice.personalityId())).findFirst());
    }

    /** Who answers when nobody is named: the chosen one, else the only one. */
    Optional<Voice> usual() {
        return chosen.or(() -> here.size() == 1 ? Optional.of(here.getFirst()) : Optional.empty());
    }

    Optional<Voice> named(String wish) {
        return here.stream().filter(voice -> voice.isCalled(wish)).findFirst();
    }

    /** Whose names have in them what was typed so far. */
    List<Choice> suggestions(String typed) {
        var part = typed.strip().toLowerCase(Locale.ROOT);
        return here.stream().filter(voice -> voice.name().toLowerCase(Locale.ROOT).contains(part))
                .map(voice -> new Choice(shortened(voice.name()), voice.personalityId().toString())).toList();
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LIMIT ? name : name.substring(0, NAME_LIMIT - 1) + "…";
    }
}
