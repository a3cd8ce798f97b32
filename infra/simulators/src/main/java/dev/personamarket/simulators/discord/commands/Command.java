package dev.personamarket.simulators.discord.commands;

import dev.personamarket.simulators.discord.Snowflakes;
import dev.personamarket.simulators.discord.application.Application;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A registered <a href="https://discord.com/developers/docs/interactions/application-commands">command</a>.
 *
 * @param guildId absent for a global one
 * @param json as Discord gives it back
 */
public record Command(String id, @Nullable String guildId, int type, String name, ObjectNode json) {

    static final int CHAT_INPUT = 1;
    static final int USER = 2;
    static final int MESSAGE = 3;

    /** @param request a definition that passed the {@link CommandRules} */
    static Command of(String id, @Nullable String guildId, JsonNode request) {
        var json = JsonNodeFactory.instance.objectNode();
        int type = typeOf(request);
        json.put("id", id).put("application_id", Application.ID).put("version", Snowflakes.next()).put("type", type)
                .put("name", request.path("name").asString(""))
                .put("description", request.path("description").asString(""))
                .put("nsfw", request.path("nsfw").asBoolean(false));
        JsonNode permissions = request.path("default_member_permissions");
        json.put("default_member_permissions", permissions.isNull() ? null : permissions.asString(null));
        for (String field : new String[]{"name_localizations", "description_localizations", "contexts"}) {
            json.set(field, request.path(field).isMissingNode()
                    ? JsonNodeFactory.instance.nullNode()
                    : request.path(field));
        }
        json.set("integration_types", request.path("integration_types").isArray()
                ? request.path("integration_types")
                : JsonNodeFactory.instance.arrayNode().add(0));
        if (guildId == null) {
            json.put("dm_permission", request.path("dm_permission").asBoolean(true));
        } else {
            json.put("guild_id", guildId);
        }
        if (!request.path("options").isEmpty()) {
            json.set("options", withoutNulls(request.path("options")));
        }
        return new Command(id, guildId, type, json.path("name").stringValue(""), json);
    }

    static int typeOf(JsonNode request) {
        return request.path("type").asInt(CHAT_INPUT);
    }

    /** A change of some fields. */
    Command with(JsonNode changes) {
        var merged = json.deepCopy();
        changes.forEachEntry((name, value) -> merged.set(name, value));
        merged.put("type", type);
        return of(id, guildId, merged);
    }

    /** As lists give it when localizations are not asked for. */
    JsonNode withoutLocalizations() {
        return json.deepCopy().without("name_localizations").without("description_localizations");
    }

    boolean isSameAs(JsonNode request) {
        return type == typeOf(request) && name.equals(request.path("name").asString(""));
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(withoutNulls(element)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var object = JsonNodeFactory.instance.objectNode();
        node.forEachEntry((name, value) -> {
            if (!value.isNull()) {
                object.set(name, withoutNulls(value));
            }
        });
        return object;
    }
}
