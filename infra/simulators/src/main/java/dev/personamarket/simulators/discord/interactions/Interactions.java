package dev.personamarket.simulators.discord.interactions;

import java.util.Optional;

import dev.personamarket.simulators.BoundedMap;
import dev.personamarket.simulators.Resettable;
import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.DiscordException.Unknown;
import dev.personamarket.simulators.discord.application.Application;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Interactions by their token, which is all that the application needs to answer one. */
@Component
class Interactions implements Resettable {

    private final BoundedMap<String, Interaction> byToken = new BoundedMap<>(5_000);

    Interaction add(Interaction interaction) {
        byToken.put(interaction.token(), interaction);
        return interaction;
    }

    void replace(Interaction interaction) {
        byToken.update(interaction.token(), _ -> interaction);
    }

    /** What comes of it when nobody answers in time: its token is worth nothing any more. */
    void drop(Interaction interaction) {
        byToken.take(interaction.token());
    }

    Optional<Interaction> find(String token) {
        return byToken.find(token);
    }

    /** @throws DiscordException 10062 when there is no such interaction, or it is over */
    Interaction toAnswer(String id, String token) {
        return find(token).filter(found -> found.id().equals(id)).filter(found -> !found.isExpired())
                .orElseThrow(() -> DiscordException.unknown(Unknown.INTERACTION));
    }

    /** @throws DiscordException 10015 before the first answer, 50027 when fifteen minutes are over */
    Interaction webhook(String applicationId, String token) {
        var interaction = find(token).filter(_ -> applicationId.equals(Application.ID)).filter(Interaction::isAnswered)
                .orElseThrow(() -> DiscordException.unknown(Unknown.WEBHOOK));
        if (interaction.isExpired()) {
            throw DiscordException.of(HttpStatus.UNAUTHORIZED, 50027, "Invalid Webhook Token");
        }
        return interaction;
    }

    @Override
    public void reset() {
        byToken.clear();
    }
}
