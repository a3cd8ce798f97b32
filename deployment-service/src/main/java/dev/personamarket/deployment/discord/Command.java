package dev.personamarket.deployment.discord;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A slash command.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/application-commands">Application commands</a>
 */
public record Command(String name, String description, int type,
        @JsonProperty("integration_types") List<Integer> integrationTypes, List<Integer> contexts,
        @JsonProperty("default_member_permissions") @Nullable Integer defaultMemberPermissions,
        List<Option> options) {

    private static final int MANAGE_GUILD = 1 << 5;

    private static final int CHAT_INPUT = 1;
    private static final int GUILD_INSTALL = 0;
    private static final int GUILD = 0;

    /** A command that people type, in servers only. */
    public static Command typed(String name, String description, Option... options) {
        return new Command(name, description, CHAT_INPUT, List.of(GUILD_INSTALL), List.of(GUILD), null,
                List.of(options));
    }

    /** The same, offered only to those who manage the server. */
    public Command forManagers() {
        return new Command(name, description, type, integrationTypes, contexts, MANAGE_GUILD, options);
    }

    /** A text that is typed with the command. */
    public record Option(int type, String name, String description, boolean required,
            @JsonProperty("max_length") @Nullable Integer maxLength, @Nullable Boolean autocomplete) {

        private static final int STRING = 3;

        public static Option text(String name, String description, int maxLength) {
            return new Option(STRING, name, description, true, maxLength, null);
        }

        /** May be left out; what is typed so far is asked of us. */
        public static Option suggested(String name, String description) {
            return new Option(STRING, name, description, false, null, true);
        }
    }
}
