package dev.personamarket.simulators.discord.bot;

import java.util.List;
import java.util.Map;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.ChannelObject;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.GuildObject;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.guilds.MemberObject;
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

    GuildsController(Guilds guilds, Installations installations, People people, Application application,
            ProfileChanges profileChanges) {
        this.guilds = guilds;
        this.installations = installations;
        this.people = people;
        this.application = application;
        this.profileChanges = profileChanges;
    }

    @GetMapping("/guilds/{guildId}")
    Map<String, @Nullable Object> guild(Caller.Bot caller, @PathVariable String guildId,
            @RequestParam(name = "with_counts", defaultValue = "false") boolean withCounts) {
        var guild = known(guildId);
        return withCounts ? GuildObject.withCounts(guild) : GuildObject.of(guild);
    }

    @GetMapping("/guilds/{guildId}/channels")
    List<ChannelObject> channels(Caller.Bot caller, @PathVariable String guildId) {
        return known(guildId).channels().stream().map(ChannelObject::of).toList();
    }

    @GetMapping("/guilds/{guildId}/roles")
    List<RoleObject> roles(Caller.Bot caller, @PathVariable String guildId) {
        return List.of(RoleObject.everyone(known(guildId)));
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
        var change = profileChanges.read(guildId, body);
        return installations.change(guildId, change).map(bot -> MemberObject.of(bot, application.bot()))
                .orElseThrow(() -> DiscordException.unknown(Unknown.GUILD));
    }

    @GetMapping("/channels/{channelId}")
    ChannelObject channel(Caller.Bot caller, @PathVariable String channelId) {
        return guilds.channel(channelId).filter(channel -> installations.contains(channel.guildId()))
                .map(ChannelObject::of).orElseThrow(() -> DiscordException.unknown(Unknown.CHANNEL));
    }

    private Guild known(String guildId) {
        return guilds.find(guildId).filter(guild -> installations.contains(guild.id()))
                .orElseThrow(() -> DiscordException.unknown(Unknown.GUILD));
    }
}
