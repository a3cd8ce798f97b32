package dev.personamarket.deployment.discord;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * Something that a person does on Discord and waits for an answer to.
 *
 * @param token       lets whoever has it answer, for 15 minutes: a secret
 * @param serverId    absent outside of servers
 * @param parentId    the channel that a thread belongs to; absent when it happens in none
 * @param userId      the person's snowflake
 * @param permissions what the person may do in this channel
 * @param command     empty when it is about none
 * @param options     what was given with the command, by name
 * @param focused     the option that is being typed; absent when none is
 * @see <a href="https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object">Interaction</a>
 */
public record Interaction(Kind kind, String id, String token, @Nullable ServerId serverId, String channelId,
        @Nullable String parentId, String userId, BigInteger permissions, String command,
        Map<String, String> options, @Nullable String focused) {

    /** What is wanted. */
    public enum Kind {
        /** Discord looks whether anybody is here. */
        PING,
        /** A command was sent. */
        COMMAND,
        /** A command is being typed: what could come next? */
        AUTOCOMPLETE,
        /** Something that nothing of ours leads to. */
        OTHER
    }

    public static Interaction read(JsonNode json) {
        var server = json.path("guild_id").asString("");
        var member = json.path("member");
        var data = json.path("data");
        return new Interaction(kind(json.path("type").asInt(0)), json.path("id").asString(""),
                json.path("token").asString(""), server.isEmpty() ? null : new ServerId(server),
                json.path("channel_id").asString(""), json.at("/channel/parent_id").asString(null),
                (member.isMissingNode() ? json : member).at("/user/id").asString(""),
                new BigInteger(member.path("permissions").asString("0")), data.path("name").asString(""),
                data.path("options").valueStream().collect(Collectors.toMap(
                        option -> option.path("name").asString(""), option -> option.path("value").asString(""),
                        (one, _) -> one)),
                data.path("options").valueStream().filter(option -> option.path("focused").asBoolean(false)).findFirst()
                        .map(option -> option.path("name").asString("")).orElse(null));
    }

    private static Kind kind(int type) {
        return switch (type) {
            case 1 -> Kind.PING;
            case 2 -> Kind.COMMAND;
            case 4 -> Kind.AUTOCOMPLETE;
            default -> Kind.OTHER;
        };
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether the person may manage the server. */
    public boolean isByManager() {
        return UserServer.mayManage(permissions);
    }

    @Override
    public String toString() {
        return "Interaction %s (/%s)".formatted(id, command);
    }
}
