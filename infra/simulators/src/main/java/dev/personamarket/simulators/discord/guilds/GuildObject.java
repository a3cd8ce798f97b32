package dev.personamarket.simulators.discord.guilds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole <a href="https://discord.com/developers/docs/resources/guild#guild-object">guild</a> as JSON: forty-odd
 * fields, of which only these few differ from guild to guild; the others come from a template.
 */
public final class GuildObject {

    private static final Map<String, @Nullable Object> TEMPLATE = template();

    private GuildObject() {}

    /** As it is when the bot has just joined. */
    public static Map<String, @Nullable Object> of(Guild guild) {
        return of(guild, List.of(RoleObject.everyone(guild, Permissions.EVERYONE)));
    }

    public static Map<String, @Nullable Object> of(Guild guild, List<RoleObject> roles) {
        var json = new LinkedHashMap<String, @Nullable Object>(TEMPLATE);
        json.put("id", guild.id());
        json.put("name", guild.name());
        json.put("owner_id", guild.ownerId());
        json.put("system_channel_id", guild.channels().getFirst().id());
        json.put("roles", roles);
        return json;
    }

    public static Map<String, @Nullable Object> withCounts(Guild guild, List<RoleObject> roles) {
        var json = of(guild, roles);
        json.put("approximate_member_count", guild.memberCount());
        json.put("approximate_presence_count", 1);
        return json;
    }

    private static Map<String, @Nullable Object> template() {
        try (var json = new ClassPathResource("discord/guild.json").getInputStream()) {
            return JsonMapper.shared().readValue(json, new TypeReference<>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
