package dev.personamarket.deployment.persona;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.personamarket.defaults.listening.IncomingEvent;

@IncomingEvent("marketplace.PersonalityPublished.v1")
record PersonalityPublished(UUID personalityId, long revision, int version, String name, @Nullable String discordName,
        String tagline, @Nullable Avatar avatar) {

    record Avatar(String url) {}

    /** At most 32 characters, which Discord takes for a nickname. */
    String nameOnDiscord() {
        return discordName == null ? name : discordName;
    }

    @Nullable
    String avatarUrl() {
        return avatar == null ? null : avatar.url();
    }
}
