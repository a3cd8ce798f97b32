package dev.personamarket.simulators.discord.bot;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.BotPermissions;
import dev.personamarket.simulators.discord.guilds.ChannelObject;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.GuildObject;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.guilds.MemberObject;
import dev.personamarket.simulators.discord.guilds.Permissions;
import dev.personamarket.simulators.discord.guilds.RoleObject;
import dev.personamarket.simulators.discord.oauth.Caller;
import dev.personamarket.simulators.discord.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What the bot sees and changes of a guild that it is in; any other is unknown to it (404, code 10004). */
@RestController
@RequestMapping("/api/v10")
class GuildsController {

    private final Guilds guilds;
    private final Installations installations;
    private final People people;
    private final Application application;
    private final ProfileChanges profileChanges;
    private final BotPermissions permissions;

    GuildsController(Guilds guilds, Installations installations, People people, Application application,
            ProfileChanges profileChanges, BotPermissions permissions) {
        this.guilds = guilds;
        this.installations = installations;
        this.people = people;
        this.application = application;
        this.profileChanges = profileChanges;
        this.permissions = permissions;
    }

    @GetMapping("/guilds/{guildId}")
    Map<String, @Nullable Object> guild(Caller.Bot caller, @PathVariable String guildId,
            @RequestParam(name = "with_counts", defaultValue = "false") boolean withCounts) {
        var guild = known(guildId);
        var roles = permissions.roles(guild);
        return withCounts ? GuildObject.withCounts(guild, roles) : GuildObject.of(guild, roles);
    }

    @GetMapping("/guilds/{guildId}/channels")
    List<ChannelObject> channels(Caller.Bot caller, @PathVariable String guildId) {
        var guild = known(guildId);
        var text = guild.channels().stream().map(channel -> ChannelObject.of(channel, permissions));
        return Stream.concat(text, Stream.of(ChannelObject.category(guild))).toList();
    }

    @GetMapping("/guilds/{guildId}/roles")
    List<RoleObject> roles(Caller.Bot caller, @PathVariable String guildId) {
        return permissions.roles(known(guildId));
    }

    @GetMapping("/guilds/{guildId}/members/{userId}")
    MemberObject member(Caller.Bot caller, @PathVariable String guildId, @PathVariable String userId) {
        var guild = known(guildId);
        if (userId.equals(Application.ID)) {
            return installations.find(guildId).map(bot -> MemberObject.of(bot, application.bot())).orElseThrow();
        }
        var person = people.find(userId).orElseThrow(() -> DiscordException.unknown(Unknown.USER));
        if (!guild.hasMember(person)) {
            throw DiscordException.unknown(Unknown.MEMBER);
        }
        return MemberObject.of(person);
    }

    /** Answers without the bio, which Discord keeps to itself. */
    @PatchMapping("/guilds/{guildId}/members/@me")
    MemberObject appear(Caller.Bot caller, @PathVariable String guildId, @RequestBody ObjectNode body) {
        known(guildId);
        if (body.has("nick")) {
            permissions.require(guildId, Permissions.CHANGE_NICKNAME);
        }
        var change = profileChanges.read(guildId, body);
        return installations.change(guildId, change).map(bot -> MemberObject.of(bot, application.bot()))
                .orElseThrow(() -> DiscordException.unknown(Unknown.GUILD));
    }

    @GetMapping("/channels/{channelId}")
    ChannelObject channel(Caller.Bot caller, @PathVariable String channelId) {
        return guilds.channel(channelId).filter(channel -> installations.contains(channel.guildId()))
                .map(found -> ChannelObject.of(found, permissions))
                .orElseThrow(() -> DiscordException.unknown(Unknown.CHANNEL));
    }

    private Guild known(String guildId) {
        return guilds.find(guildId).filter(guild -> installations.contains(guild.id()))
                .orElseThrow(() -> DiscordException.unknown(Unknown.GUILD));
    }
}
