package dev.personamarket.simulators.discord.messages;

import java.util.List;
import java.util.stream.Stream;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.UserObject;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a message is to say out of a request, within Discord's limits. */
@Component
public class Contents {

    /** Of a bot's message, in UTF-16 units. */
    public static final int LENGTH_LIMIT = 2000;
    private static final int EMBEDS_LIMIT = 10;
    private static final int COMPONENTS_LIMIT = 40;
    /** Flags that a sender may set: suppress embeds, ephemeral, suppress notifications, components v2. */
    private static final int SENDABLE_FLAGS = 4 | Content.EPHEMERAL | 4096 | 32768;

    private final People people;

    Contents(People people) {
        this.people = people;
    }

    /** @throws DiscordException 50035 for what breaks a limit, 50006 for what says nothing */
    public Content read(JsonNode body) {
        new FormErrors()
                .require(isTextOrAbsent(body.path("content")), "content", "BASE_TYPE_STRING", "Must be a string.")
                .raise();
        String content = body.path("content").stringValue("");
        new FormErrors().atMost(LENGTH_LIMIT, content, "content")
                .require(body.path("embeds").size() <= EMBEDS_LIMIT, "embeds", "BASE_TYPE_MAX_LENGTH",
                        "Must be %d or fewer in length.".formatted(EMBEDS_LIMIT))
                .require(body.path("components").size() <= COMPONENTS_LIMIT, "components", "BASE_TYPE_MAX_LENGTH",
                        "Must be %d or fewer in length.".formatted(COMPONENTS_LIMIT))
                .raise();
        var mentions = AllowedMentions.read(body.path("allowed_mentions"));
        if (content.isBlank() && body.path("embeds").isEmpty() && body.path("components").isEmpty()) {
            throw DiscordException.of(HttpStatus.BAD_REQUEST, 50006, "Cannot send an empty message");
        }
        return new Content(content, embeds(body.path("embeds")), numbered(body.path("components")),
                body.path("flags").asInt(0) & SENDABLE_FLAGS, mentioned(content, mentions),
                mentions.everyone() && content.matches("(?s).*@(everyone|here).*"), List.of());
    }

    /** What an edit makes of a message: fields that the request leaves out stay. */
    public Content edit(Content present, JsonNode changes) {
        var merged = JsonNodeFactory.instance.objectNode();
        merged.put("content", present.content()).put("flags", present.flags() & ~Content.LOADING);
        merged.putArray("embeds").addAll(present.embeds());
        merged.putArray("components").addAll(present.components());
        changes.forEachEntry((name, value) -> merged.set(name, value));
        return read(merged).asEphemeralAs(present);
    }

    private static boolean isTextOrAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isString();
    }

    private List<UserObject> mentioned(String content, AllowedMentions allowed) {
        return AllowedMentions.usersNamedIn(content).filter(allowed::allowsUser)
                .flatMap(id -> people.find(id).stream()).map(person -> person.toUser()).toList();
    }

    private static List<JsonNode> embeds(JsonNode embeds) {
        return embeds.valueStream().filter(JsonNode::isObject)
                .map(embed -> complete((ObjectNode) embed.deepCopy())).toList();
    }

    private static JsonNode complete(ObjectNode embed) {
        embed.path("fields").valueStream().filter(JsonNode::isObject).forEach(
                field -> ((ObjectNode) field).putIfAbsent("inline", JsonNodeFactory.instance.booleanNode(false)));
        return embed.put("type", "rich");
    }

    /** Every component has a number in an answer. */
    private static List<JsonNode> numbered(JsonNode components) {
        var copies = components.valueStream().map(JsonNode::deepCopy).toList();
        int[] number = {0};
        copies.stream().flatMap(Contents::withChildren).filter(JsonNode::isObject)
                .forEach(component -> ((ObjectNode) component).putIfAbsent("id",
                        JsonNodeFactory.instance.numberNode(++number[0])));
        return copies;
    }

    private static Stream<JsonNode> withChildren(JsonNode component) {
        return Stream.concat(Stream.of(component), component.path("components").valueStream());
    }
}
