package dev.personamarket.simulators.discord.interactions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.personamarket.simulators.discord.commands.Command;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** The options of a usage, as far as Discord's own client would let one send them. */
final class OptionValues {

    private OptionValues() {}

    /** @throws ResponseStatusException 400 for an unknown option, a missing one, or a text that is too long */
    static List<Map<String, Object>> of(Command command, Usage usage) {
        JsonNode defined = command.json().path("options");
        Set<String> names = defined.valueStream().map(OptionValues::name).collect(Collectors.toSet());
        require(names.containsAll(usage.values().keySet()), "The command has only the options " + names);
        var options = new ArrayList<Map<String, Object>>();
        defined.forEach(option -> {
            Object value = usage.values().get(name(option));
            boolean needed = usage.focused() == null && option.path("required").asBoolean(false);
            require(value != null || !needed, "The command needs the option " + name(option));
            if (value != null) {
                options.add(json(option, value, name(option).equals(usage.focused())));
            }
        });
        return options;
    }

    private static Map<String, Object> json(JsonNode option, Object value, boolean focused) {
        int limit = option.path("max_length").asInt(Integer.MAX_VALUE);
        require(value.toString().length() <= limit, "%s takes at most %d characters".formatted(name(option), limit));
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name(option));
        json.put("type", option.path("type").asInt());
        json.put("value", value);
        if (focused) {
            json.put("focused", true);
        }
        return json;
    }

    private static String name(JsonNode option) {
        return option.path("name").asString("");
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, otherwise);
        }
    }
}
