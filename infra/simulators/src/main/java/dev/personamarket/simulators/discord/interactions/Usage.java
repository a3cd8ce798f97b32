package dev.personamarket.simulators.discord.interactions;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A person uses a command, as {@code POST /simulator/interactions} tells it.
 *
 * @param guildId may be left out: the channel says it
 * @param channelId the guild's first channel when left out
 * @param options values by the options' names
 * @param focused the option being typed, to ask for suggestions instead of running the command
 */
@JsonNaming(LowerCamelCaseStrategy.class)
public record Usage(@Nullable String guildId, @Nullable String channelId, String personId, String command,
        @Nullable Map<String, Object> options, @Nullable String focused) {

    /** @throws IllegalArgumentException when it does not say who, what and where */
    public Usage {
        if (personId == null || command == null || guildId == null && channelId == null) {
            throw new IllegalArgumentException("personId, command, and channelId or guildId are needed");
        }
    }

    public static Usage of(String personId, String channelId, String command, Map<String, Object> options) {
        return new Usage(null, channelId, personId, command, options, null);
    }

    /** The same, still being typed. */
    public Usage typing(String option) {
        return new Usage(guildId, channelId, personId, command, options, option);
    }

    Map<String, Object> values() {
        return options == null ? Map.of() : options;
    }
}
