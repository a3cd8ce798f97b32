package dev.personamarket.simulators.discord.commands;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.FormErrors;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.oauth.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands of the application: the global ones, or with a guild in the path that guild's. */
@RestController
@RequestMapping({"/api/v10/applications/{applicationId}/commands",
        "/api/v10/applications/{applicationId}/guilds/{guildId}/commands"})
class CommandsController {

    private final Commands commands;
    private final Installations installations;

    CommandsController(Commands commands, Installations installations) {
        this.commands = commands;
        this.installations = installations;
    }

    @GetMapping
    List<JsonNode> list(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId,
            @RequestParam(name = "with_localizations", defaultValue = "false") boolean withLocalizations) {
        require(caller, applicationId, guildId);
        return commands.in(guildId).stream()
                .map(command -> withLocalizations ? command.json() : command.withoutLocalizations()).toList();
    }

    @PutMapping
    List<ObjectNode> replaceAll(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId, @RequestBody ArrayNode body) {
        require(caller, applicationId, guildId);
        var definitions = body.valueStream().toList();
        var errors = new FormErrors();
        IntStream.range(0, definitions.size())
                .forEach(index -> CommandRules.check(definitions.get(index), index + ".", errors));
        var names = new HashSet<String>();
        boolean unique = definitions.stream().allMatch(
                definition -> names.add(Command.typeOf(definition) + " " + definition.path("name").asString("")));
        errors.require(unique, "name", "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique").raise();
        return commands.replaceAll(guildId, definitions).stream().map(Command::json).toList();
    }

    @PostMapping
    ResponseEntity<ObjectNode> upsert(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId, @RequestBody ObjectNode body) {
        require(caller, applicationId, guildId);
        check(body);
        var upserted = commands.upsert(guildId, body);
        return ResponseEntity.status(upserted.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(upserted.command().json());
    }

    @GetMapping("/{commandId}")
    ObjectNode read(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId, @PathVariable String commandId) {
        require(caller, applicationId, guildId);
        return find(guildId, commandId).json();
    }

    @PatchMapping("/{commandId}")
    ObjectNode change(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId, @PathVariable String commandId,
            @RequestBody ObjectNode body) {
        require(caller, applicationId, guildId);
        var command = find(guildId, commandId);
        check(command.with(body).json());
        return commands.change(command, body).json();
    }

    @DeleteMapping("/{commandId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String applicationId,
            @PathVariable(required = false) @Nullable String guildId, @PathVariable String commandId) {
        require(caller, applicationId, guildId);
        if (!commands.remove(guildId, commandId)) {
            throw DiscordException.unknown(Unknown.COMMAND);
        }
    }

    private Command find(@Nullable String guildId, String commandId) {
        return commands.find(guildId, commandId).orElseThrow(() -> DiscordException.unknown(Unknown.COMMAND));
    }

    private static void check(ObjectNode definition) {
        var errors = new FormErrors();
        CommandRules.check(definition, "", errors);
        errors.raise();
    }

    /** The bot, or a client-credentials token with the scope for it; in a guild only where the bot is. */
    private void require(Caller caller, String applicationId, @Nullable String guildId) {
        if (caller instanceof Caller.Bearer bearer) {
            bearer.require("applications.commands.update");
        }
        if (!applicationId.equals(Application.ID)) {
            throw DiscordException.of(HttpStatus.FORBIDDEN, 20012,
                    "You are not authorized to perform this action on this application");
        }
        if (guildId != null && !installations.contains(guildId)) {
            throw DiscordException.missingAccess();
        }
    }
}
