package dev.personamarket.simulators.discord.oauth;

import java.util.Set;

import dev.personamarket.simulators.discord.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a person allowed the application.
 *
 * @param guildId the server that the bot was added to, when scope {@code bot} was among it
 */
public record Grant(Person person, Set<String> scopes, @Nullable String guildId) {

    String scope() {
        return String.join(" ", scopes);
    }
}
