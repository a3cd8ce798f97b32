package dev.personamarket.simulators.discord.guilds;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.personamarket.simulators.discord.people.Person;
import dev.personamarket.simulators.discord.people.UserObject;
import org.jspecify.annotations.Nullable;

/** A <a href="https://discord.com/developers/docs/resources/guild#guild-member-object">member</a>; has no bio. */
public record MemberObject(@Nullable String avatar, @Nullable String banner,
        @Nullable Instant communicationDisabledUntil, int flags, Instant joinedAt, @Nullable String nick,
        boolean pending, @Nullable Instant premiumSince, List<String> roles, UserObject user, boolean mute,
        boolean deaf, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String permissions) {

    private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");

    public static MemberObject of(Person person) {
        return of(person, null);
    }

    /** With the total permissions, as interactions carry it. */
    public static MemberObject withPermissions(Person person, Guild guild) {
        return of(person, Long.toString(guild.permissionsOf(person)));
    }

    public static MemberObject of(Installation installation, UserObject bot) {
        return new MemberObject(installation.avatar(), installation.banner(), null, 0, installation.joinedAt(),
                installation.nick(), false, null, List.of(RoleObject.idOfBot(installation.guildId())), bot, false,
                false, null);
    }

    private static MemberObject of(Person person, @Nullable String permissions) {
        return new MemberObject(null, null, null, 0, LONG_AGO, null, false, null, List.of(), person.toUser(), false,
                false, permissions);
    }
}
