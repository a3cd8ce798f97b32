package dev.personamarket.simulators.discord.users;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.personamarket.simulators.discord.guilds.Guild;
import org.jspecify.annotations.Nullable;

/**
 * A guild in a user's list.
 *
 * @param permissions of that user on guild level, a decimal bit set
 */
record PartialGuild(String id, String name, @Nullable String icon, @Nullable String banner, boolean owner,
        String permissions, List<String> features,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer approximateMemberCount,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer approximatePresenceCount) {

    static PartialGuild of(Guild guild, boolean owner, long permissions, boolean withCounts) {
        return new PartialGuild(guild.id(), guild.name(), null, null, owner, Long.toString(permissions), List.of(),
                withCounts ? guild.memberCount() : null, withCounts ? 1 : null);
    }
}
