package dev.personamarket.simulators.discord.commands;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import dev.personamarket.simulators.discord.FormErrors;
import tools.jackson.databind.JsonNode;

/** What a command's definition must keep to. */
final class CommandRules {

    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final Set<String> LOCALES = Set.of("id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr",
            "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk",
            "hi", "th", "zh-CN", "ja", "zh-TW", "ko");
    private static final int DESCRIPTION_LIMIT = 100;
    private static final int OPTIONS_LIMIT = 25;
    private static final int TOTAL_LIMIT = 8000;

    private final FormErrors errors;

    private CommandRules(FormErrors errors) {
        this.errors = errors;
    }

    /** @param path of the command in the body with a dot at its end, or empty */
    static void check(JsonNode command, String path, FormErrors errors) {
        new CommandRules(errors).check(command, path);
    }

    private void check(JsonNode command, String path) {
        int type = Command.typeOf(command);
        errors.require(type >= Command.CHAT_INPUT && type <= Command.MESSAGE, path + "type", "BASE_TYPE_CHOICES",
                "Value must be one of {1, 2, 3}.");
        if (type == Command.CHAT_INPUT) {
            name(command, path);
            description(command, path);
            options(command.path("options"), path + "options.");
        } else {
            String name = command.path("name").asString("");
            errors.required(!name.isBlank(), path + "name").atMost(32, name, path + "name")
                    .require(command.path("description").asString("").isEmpty(), path + "description",
                            "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
                            "Context menu commands cannot have description");
        }
        errors.require(CommandSize.of(command) <= TOTAL_LIMIT, path + "name", "APPLICATION_COMMAND_TOO_LARGE",
                "Command exceeds maximum size (%d)".formatted(TOTAL_LIMIT));
    }

    private void name(JsonNode definition, String path) {
        String name = definition.path("name").asString("");
        errors.required(!name.isEmpty(), path + "name");
        errors.require(name.isEmpty() || NAME.matcher(name).matches() && name.equals(name.toLowerCase()), path + "name",
                "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        definition.path("name_localizations").propertyNames().forEach(
                locale -> errors.require(LOCALES.contains(locale), path + "name_localizations." + locale,
                        "APPLICATION_COMMAND_LOCALIZATIONS_LOCALE_INVALID", "Locale is invalid"));
    }

    private void description(JsonNode definition, String path) {
        String description = definition.path("description").asString("");
        errors.required(!description.isEmpty(), path + "description").atMost(DESCRIPTION_LIMIT, description,
                path + "description");
    }

    private void options(JsonNode options, String path) {
        errors.require(options.size() <= OPTIONS_LIMIT, path.substring(0, path.length() - 1), "BASE_TYPE_MAX_LENGTH",
                "Must be %d or fewer in length.".formatted(OPTIONS_LIMIT));
        var names = new HashSet<String>();
        boolean mayBeRequired = true;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.path(i);
            String at = path + i + ".";
            OptionRules.check(option, at, errors);
            name(option, at);
            description(option, at);
            boolean required = option.path("required").asBoolean(false);
            errors.require(names.add(option.path("name").asString("")), at + "name",
                    "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            errors.require(mayBeRequired || !required, at + "required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            mayBeRequired = mayBeRequired && required;
            options(option.path("options"), at + "options.");
        }
    }
}
