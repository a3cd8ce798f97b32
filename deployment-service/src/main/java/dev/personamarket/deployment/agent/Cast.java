package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** One who could be asked, and whether a manager has chosen them. */
    record Candidate(Voice voice, boolean chosen) {}

    static Cast of(List<Candidate> all, Predicate<Voice> speaksHere) {
        var parted = all.stream().map(Candidate::voice).collect(Collectors.partitioningBy(speaksHere));
        return new Cast(parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()),
                all.stream().filter(Candidate::chosen).map(Candidate::voice).filter(speaksHere).findFirst());
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
