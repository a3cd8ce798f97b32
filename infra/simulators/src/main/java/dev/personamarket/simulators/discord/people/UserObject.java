package dev.personamarket.simulators.discord.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A <a href="https://discord.com/developers/docs/resources/user#user-object">user</a> as others see it. */
public record UserObject(String id, String username, @Nullable String avatar, String discriminator, int publicFlags,
        int flags, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean bot, @Nullable String banner,
        @Nullable Integer accentColor, @Nullable String globalName, @Nullable Object avatarDecorationData,
        @Nullable Object collectibles, @Nullable Object primaryGuild) {

    static UserObject human(String id, String username, String name) {
        return of(id, username, name, null);
    }

    public static UserObject bot(String id, String username) {
        return of(id, username, null, true);
    }

    private static UserObject of(String id, String username, @Nullable String name, @Nullable Boolean bot) {
        return new UserObject(id, username, null, "0", 0, 0, bot, null, null, name, null, null, null);
    }
}
