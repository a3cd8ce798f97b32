package dev.personamarket.simulators.discord.commands;

import dev.personamarket.simulators.discord.FormErrors;
import tools.jackson.databind.JsonNode;

/** What an option must keep to beyond its name and description. */
final class OptionRules {

    private static final int SUBCOMMAND_GROUP = 2;
    private static final int STRING = 3;
    private static final int ATTACHMENT = 11;
    private static final int CHOICES_LIMIT = 25;
    private static final int CHOICE_NAME_LIMIT = 100;
    private static final int TEXT_LIMIT = 6000;

    private OptionRules() {}

    static void check(JsonNode option, String path, FormErrors errors) {
        int type = option.path("type").asInt(0);
        errors.require(type >= 1 && type <= ATTACHMENT, path + "type", "BASE_TYPE_CHOICES",
                "Value must be one of {1, …, 11}.");
        errors.require(type <= SUBCOMMAND_GROUP || option.path("options").isEmpty(), path + "options",
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are exclusive");
        JsonNode choices = option.path("choices");
        errors.require(choices.size() <= CHOICES_LIMIT, path + "choices", "BASE_TYPE_MAX_LENGTH",
                "Must be %d or fewer in length.".formatted(CHOICES_LIMIT));
        errors.require(choices.isEmpty() || !option.path("autocomplete").asBoolean(false), path + "autocomplete",
                "APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_CHOICES_INVALID",
                "Autocomplete cannot be used with choices");
        for (int i = 0; i < choices.size(); i++) {
            errors.atMost(CHOICE_NAME_LIMIT, choices.path(i).path("name").asString(""),
                    path + "choices." + i + ".name");
        }
        for (String bound : new String[]{"min_length", "max_length"}) {
            JsonNode value = option.path(bound);
            errors.require(value.isMissingNode() || value.isNull()
                    || type == STRING && value.asInt(-1) >= 0 && value.asInt(-1) <= TEXT_LIMIT, path + bound,
                    "NUMBER_TYPE_COERCE", "int value should be between 0 and %d.".formatted(TEXT_LIMIT));
        }
    }
}
