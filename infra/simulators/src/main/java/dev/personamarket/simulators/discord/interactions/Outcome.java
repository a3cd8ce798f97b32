package dev.personamarket.simulators.discord.interactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.personamarket.simulators.discord.messages.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What came of an interaction.
 *
 * @param answered false when the person sees “The application did not respond”
 * @param problem why it was not answered
 * @param response the first answer as the application gave it
 * @param message what stands in the channel now
 */
@JsonNaming(LowerCamelCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(String interactionId, String token, boolean answered, @Nullable String problem,
        @Nullable JsonNode response, @Nullable Message message) {

    static Outcome answered(Interaction interaction, @Nullable Message message) {
        return new Outcome(interaction.id(), interaction.token(), true, null, interaction.response(), message);
    }

    static Outcome unanswered(Interaction interaction, String problem) {
        return new Outcome(interaction.id(), interaction.token(), false, problem, null, null);
    }
}
