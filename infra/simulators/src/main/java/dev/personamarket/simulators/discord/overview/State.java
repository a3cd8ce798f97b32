package dev.personamarket.simulators.discord.overview;

import java.util.List;

import dev.personamarket.simulators.discord.commands.Command;
import dev.personamarket.simulators.discord.commands.Commands;
import dev.personamarket.simulators.discord.guilds.Channel;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installation;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.messages.Message;
import dev.personamarket.simulators.discord.messages.Messages;
import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Puts together what stands where. */
@Component
class State {

    private final Guilds guilds;
    private final Installations installations;
    private final Commands commands;
    private final Messages messages;

    State(Guilds guilds, Installations installations, Commands commands, Messages messages) {
        this.guilds = guilds;
        this.installations = installations;
        this.commands = commands;
        this.messages = messages;
    }

    Snapshot now() {
        return new Snapshot(guilds.withStory().stream().map(this::describe).toList(), installations.all().size(),
                json(null), messages.all());
    }

    private GuildState describe(Guild guild) {
        return new GuildState(guild.id(), guild.name(), guild.ownerId(), guild.channels(),
                installations.find(guild.id()).orElse(null), json(guild.id()));
    }

    private List<JsonNode> json(@Nullable String guildId) {
        return commands.in(guildId).stream().<JsonNode>map(Command::json).toList();
    }

    /** @param messages the last few thousand of all channels, oldest first */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Snapshot(List<GuildState> guilds, int guildsWithBot, List<JsonNode> globalCommands,
            List<Message> messages) {}

    /** @param bot absent when the bot is not there */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record GuildState(String id, String name, String ownerId, List<Channel> channels, @Nullable Installation bot,
            List<JsonNode> commands) {

        /** How the person stands to the guild, in a word. */
        static String standing(Guild guild, Person person) {
            if (guild.isOwnedBy(person)) {
                return "owner";
            }
            return guild.isManageableBy(person) ? "manager" : guild.hasMember(person) ? "member" : "–";
        }
    }
}
