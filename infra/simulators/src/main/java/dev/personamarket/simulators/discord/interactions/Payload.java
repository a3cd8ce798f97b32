package dev.personamarket.simulators.discord.interactions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.commands.Command;
import dev.personamarket.simulators.discord.guilds.BotPermissions;
import dev.personamarket.simulators.discord.guilds.ChannelObject;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.MemberObject;

/**
 * The JSON of an interaction, see
 * <a href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object">Discord</a>.
 */
final class Payload {

    private static final String LOCALE = "en-US";
    private static final int IN_GUILD = 0;
    private static final int ATTACHMENT_LIMIT = 10 * 1024 * 1024;

    private Payload() {}

    static Map<String, Object> of(Interaction interaction, Guild guild, BotPermissions permissions, Command command,
            List<Map<String, Object>> options) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", interaction.id());
        json.put("application_id", Application.ID);
        json.put("type", interaction.type());
        json.put("data", data(command, options));
        json.put("guild", Map.of("id", guild.id(), "locale", LOCALE, "features", List.of()));
        json.put("guild_id", guild.id());
        json.put("channel", ChannelObject.of(interaction.channel(), permissions));
        json.put("channel_id", interaction.channel().id());
        json.put("member", MemberObject.withPermissions(interaction.person(), guild));
        json.put("token", interaction.token());
        json.put("version", 1);
        json.put("app_permissions", Long.toString(permissions.in(interaction.channel())));
        json.put("locale", LOCALE);
        json.put("guild_locale", LOCALE);
        json.put("entitlements", List.of());
        json.put("authorizing_integration_owners", Map.of("0", guild.id()));
        json.put("context", IN_GUILD);
        json.put("attachment_size_limit", ATTACHMENT_LIMIT);
        return json;
    }

    private static Map<String, Object> data(Command command, List<Map<String, Object>> options) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", command.id());
        data.put("name", command.name());
        data.put("type", command.type());
        if (command.guildId() != null) {
            data.put("guild_id", command.guildId());
        }
        if (!options.isEmpty()) {
            data.put("options", options);
        }
        return data;
    }
}
