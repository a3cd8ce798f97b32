package dev.personamarket.simulators.discord.messages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.BotPermissions;
import dev.personamarket.simulators.discord.guilds.Channel;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.oauth.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The bot in a channel: posting, editing, reading, typing. */
@RestController
@RequestMapping("/api/v10/channels/{channelId}")
class MessagesController {

    private static final int NONCE_LIMIT = 25;
    private static final Comparator<Message> NEWEST_FIRST = Comparator.comparing(Message::id).reversed();

    private final Messages messages;
    private final Contents contents;
    private final Guilds guilds;
    private final Installations installations;
    private final BotPermissions permissions;
    private final Application application;

    MessagesController(Messages messages, Contents contents, Guilds guilds, Installations installations,
            BotPermissions permissions, Application application) {
        this.messages = messages;
        this.contents = contents;
        this.guilds = guilds;
        this.installations = installations;
        this.permissions = permissions;
        this.application = application;
    }

    @PostMapping("/messages")
    Message post(Caller.Bot caller, @PathVariable String channelId, @RequestBody ObjectNode body) {
        var channel = open(channelId);
        permissions.requireToSpeak(channel);
        String nonce = body.path("nonce").asString(null);
        new FormErrors().atMost(NONCE_LIMIT, nonce, "nonce").raise();
        var message = Message.posted(channelId, application.bot(), contents.read(body), nonce,
                reference(channel, body.path("message_reference")));
        return nonce != null && body.path("enforce_nonce").asBoolean(false)
                ? messages.addOnce(nonce, message)
                : messages.add(message);
    }

    /** Newest first, as Discord lists them; of those after a message the ones that follow it. */
    @GetMapping("/messages")
    List<Message> list(Caller.Bot caller, @PathVariable String channelId,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long after) {
        open(channelId);
        new FormErrors().require(limit >= 1 && limit <= 100, "limit", "NUMBER_TYPE_COERCE",
                "int value should be between 1 and 100.").raise();
        var visible = messages.in(channelId).stream().filter(message -> !message.body().isEphemeral());
        return after == null
                ? visible.sorted(NEWEST_FIRST).limit(limit).toList()
                : visible.filter(message -> Long.parseLong(message.id()) > after).sorted(NEWEST_FIRST.reversed())
                        .limit(limit).sorted(NEWEST_FIRST).toList();
    }

    @GetMapping("/messages/{messageId}")
    Message read(Caller.Bot caller, @PathVariable String channelId, @PathVariable String messageId) {
        open(channelId);
        return messages.find(messageId).filter(message -> message.channelId().equals(channelId))
                .orElseThrow(() -> DiscordException.unknown(Unknown.MESSAGE));
    }

    @PatchMapping("/messages/{messageId}")
    Message edit(Caller.Bot caller, @PathVariable String channelId, @PathVariable String messageId,
            @RequestBody ObjectNode body) {
        var content = contents.edit(read(caller, channelId, messageId).body(), body);
        return messages.change(messageId, message -> message.edited(content))
                .orElseThrow(() -> DiscordException.unknown(Unknown.MESSAGE));
    }

    @PostMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void type(Caller.Bot caller, @PathVariable String channelId) {
        open(channelId);
    }

    private Channel open(String channelId) {
        var channel = guilds.channel(channelId).orElseThrow(() -> DiscordException.unknown(Unknown.CHANNEL));
        if (!installations.contains(channel.guildId())) {
            throw DiscordException.missingAccess();
        }
        return channel;
    }

    private @Nullable Map<String, Object> reference(Channel channel, JsonNode reference) {
        if (!reference.isObject()) {
            return null;
        }
        String messageId = reference.path("message_id").asString("");
        boolean known = messages.find(messageId).filter(message -> message.channelId().equals(channel.id()))
                .isPresent();
        new FormErrors().require(known || !reference.path("fail_if_not_exists").asBoolean(true), "message_reference",
                "REPLIES_UNKNOWN_MESSAGE", "Unknown message").raise();
        return known
                ? Map.of("type", 0, "channel_id", channel.id(), "guild_id", channel.guildId(), "message_id",
                        messageId)
                : null;
    }
}
