package dev.personamarket.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The Discord account behind somebody who is signed in, with the tokens that they gave us. It is kept sealed, and
 * leaves only towards the routes that act on Discord in their name.
 *
 * @param id     a snowflake
 * @param avatar the hash of their picture, when they have one
 * @param scopes what they agreed to, which may be less than they were asked for
 */
public record DiscordAccount(String id, @Nullable String avatar, String accessToken, @Nullable String refreshToken,
        Set<String> scopes, Instant expiresAt) {

    private static final Duration SAFETY = Duration.ofMinutes(1);

    public boolean expired(Instant now) {
        return now.plus(SAFETY).isAfter(expiresAt);
    }

    public boolean allows(String scope) {
        return scopes.contains(scope);
    }

    public DiscordAccount renewed(String accessToken, @Nullable String refreshToken, Set<String> scopes,
            Instant expiresAt) {
        return new DiscordAccount(id, avatar, accessToken, refreshToken, scopes, expiresAt);
    }

    /** Discord knows its tokens no more. */
    public DiscordAccount spent() {
        return renewed(accessToken, null, scopes, Instant.EPOCH);
    }

    /** Their picture at Discord. The address holds the Discord id, so it is for their own eyes only. */
    public Optional<String> avatarUrl() {
        return Optional.ofNullable(avatar)
                .map(hash -> "https://cdn.discordapp.com/avatars/" + id + "/" + hash + ".webp?size=128");
    }

    @Override
    public String toString() {
        return "DiscordAccount[sealed]"; // never into a log
    }
}
