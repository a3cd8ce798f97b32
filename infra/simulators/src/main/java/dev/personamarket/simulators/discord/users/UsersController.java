package dev.personamarket.simulators.discord.users;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.Snowflakes;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.guilds.MemberObject;
import dev.personamarket.simulators.discord.oauth.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /users/@me}: for a person's token what that person may know, for the bot's token what the bot may. */
@RestController
@RequestMapping("/api/v10/users/@me")
class UsersController {

    private final Guilds guilds;
    private final Installations installations;
    private final Application application;

    UsersController(Guilds guilds, Installations installations, Application application) {
        this.guilds = guilds;
        this.installations = installations;
        this.application = application;
    }

    @GetMapping
    CurrentUser me(Caller caller) {
        return switch (caller) {
            case Caller.Bot _ -> CurrentUser.of(application.bot());
            case Caller.Bearer bearer -> CurrentUser.of(bearer.require("identify").grant().person().toUser());
        };
    }

    @GetMapping("/guilds")
    List<PartialGuild> guilds(Caller caller, @RequestParam(defaultValue = "200") int limit,
            @RequestParam @Nullable String before, @RequestParam @Nullable String after,
            @RequestParam(name = "with_counts", defaultValue = "false") boolean withCounts) {
        new FormErrors().require(limit >= 1 && limit <= 200, "limit", "NUMBER_TYPE_COERCE",
                "int value should be between 1 and 200.").raise();
        var found = guildsOf(caller).filter(guild -> after == null || idOf(guild) > parse(after, "after"))
                .filter(guild -> before == null || idOf(guild) < parse(before, "before"))
                .sorted(Comparator.comparingLong(UsersController::idOf)).toList();
        // paging backwards gives the guilds right before the one named
        int from = before != null && after == null ? Math.max(0, found.size() - limit) : 0;
        return found.stream().skip(from).limit(limit).map(guild -> partial(caller, guild, withCounts)).toList();
    }

    @GetMapping("/guilds/{guildId}/member")
    MemberObject member(Caller.Bearer caller, @PathVariable String guildId) {
        var person = caller.require("guilds.members.read").grant().person();
        return guilds.find(guildId).filter(guild -> guild.hasMember(person)).map(_ -> MemberObject.of(person))
                .orElseThrow(() -> DiscordException.unknown(Unknown.GUILD));
    }

    @DeleteMapping("/guilds/{guildId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Caller.Bot caller, @PathVariable String guildId) {
        if (!installations.contains(guildId)) {
            throw DiscordException.unknown(Unknown.GUILD);
        }
        installations.remove(guildId);
    }

    private Stream<Guild> guildsOf(Caller caller) {
        return switch (caller) {
            case Caller.Bot _ ->
                installations.all().stream().flatMap(installation -> guilds.find(installation.guildId()).stream());
            case Caller.Bearer bearer -> guilds.of(bearer.require("guilds").grant().person()).stream();
        };
    }

    private PartialGuild partial(Caller caller, Guild guild, boolean withCounts) {
        return switch (caller) {
            case Caller.Bot _ ->
                PartialGuild.of(guild, false, installations.find(guild.id()).map(bot -> bot.permissions()).orElse(0L),
                        withCounts);
            case Caller.Bearer bearer -> {
                var person = bearer.grant().person();
                yield PartialGuild.of(guild, guild.isOwnedBy(person), guild.permissionsOf(person), withCounts);
            }
        };
    }

    private static long idOf(Guild guild) {
        return Long.parseLong(guild.id());
    }

    private static long parse(String snowflake, String field) {
        new FormErrors().require(Snowflakes.isSnowflake(snowflake), field, "NUMBER_TYPE_COERCE",
                "Value \"%s\" is not snowflake.".formatted(snowflake)).raise();
        return Long.parseLong(snowflake);
    }
}
