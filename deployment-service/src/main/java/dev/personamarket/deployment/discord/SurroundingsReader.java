package dev.personamarket.deployment.discord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.personamarket.deployment.discord.Surroundings.TextChannel;
import tools.jackson.databind.JsonNode;

/** Makes what Discord tells of a server, its channels and the bot on it into {@link Surroundings}. */
final class SurroundingsReader {

    private static final int TEXT = 0;
    private static final int CATEGORY = 4;

    /** By position, and of those with the same the older first. */
    private static final Comparator<JsonNode> BY_POSITION = Comparator
            .<JsonNode>comparingInt(channel -> channel.path("position").asInt(0))
            .thenComparing(channel -> id(channel).length()).thenComparing(SurroundingsReader::id);

    private SurroundingsReader() {}

    /**
     * @throws DiscordFailure {@code NOT_THERE} when all that was looked for is not to be found, and {@code UNAVAILABLE} when
     *                        only some of it is not
     */
    static Surroundings read(Optional<JsonNode> server, Optional<JsonNode> channels, Optional<JsonNode> bot) {
        if (server.isEmpty() && channels.isEmpty() && bot.isEmpty()) {
            throw DiscordFailure.of(DiscordFailure.Kind.NOT_THERE, "The bot is on no such server");
        }
        if (server.isEmpty() || channels.isEmpty() || bot.isEmpty()) {
            throw DiscordFailure.of(DiscordFailure.Kind.UNAVAILABLE, "Discord finds a server only in part");
        }
        return read(server.get(), channels.get(), bot.get());
    }

    private static Surroundings read(JsonNode server, JsonNode channels, JsonNode bot) {
        var rights = Rights.of(server, bot);
        var categories = ofType(channels, CATEGORY).stream()
                .collect(Collectors.toMap(SurroundingsReader::id, Function.identity()));
        var texts = ofType(channels, TEXT).stream().sorted(inOrder(categories))
                .map(channel -> text(channel, categories, rights)).toList();
        return new Surroundings(Permission.among(rights.inWhole()), texts,
                server.path("system_channel_id").asString(null));
    }

    private static List<JsonNode> ofType(JsonNode channels, int type) {
        return channels.valueStream().filter(channel -> channel.path("type").asInt(-1) == type).toList();
    }

    /** Those without a category come first, the others follow their category. */
    private static Comparator<JsonNode> inOrder(Map<String, JsonNode> categories) {
        return Comparator.<JsonNode, JsonNode>comparing(channel -> categories.get(parent(channel)),
                Comparator.nullsFirst(BY_POSITION)).thenComparing(BY_POSITION);
    }

    private static TextChannel text(JsonNode channel, Map<String, JsonNode> categories, Rights rights) {
        var category = categories.get(parent(channel));
        return new TextChannel(id(channel), channel.path("name").asString(""),
                category == null ? null : category.path("name").asString(""), Permission.among(rights.in(channel)));
    }

    private static String parent(JsonNode channel) {
        return channel.path("parent_id").asString("");
    }

    private static String id(JsonNode channel) {
        return channel.path("id").asString("");
    }
}
