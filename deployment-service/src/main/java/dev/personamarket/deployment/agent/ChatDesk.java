package dev.personamarket.deployment.agent;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.Interaction;
import dev.personamarket.deployment.discord.InteractionResponse;
import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.sealing.Pseudonyms;
import dev.personamarket.sealing.Seal;
import reactor.core.publisher.Mono;

import static dev.personamarket.deployment.discord.InteractionResponse.whispering;

/** Where questions are taken: stored and told of, so that the answer comes whatever happens meanwhile. */
@Component
class ChatDesk {

    private final Turns turns;
    private final Seal seal;
    private final Pseudonyms pseudonyms;
    private final Clock clock;

    ChatDesk(Turns turns, Seal seal, Pseudonyms pseudonyms, Clock clock) {
        this.turns = turns;
        this.seal = seal;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    Mono<InteractionResponse> ask(Interaction interaction, ServerId server, Cast cast) {
        var wish = interaction.option(Commands.PERSONALITY);
        var voice = wish.isPresent() ? cast.named(wish.get()) : cast.usual();
        if (voice.isEmpty()) {
            return Mono.just(whispering(wish.isPresent() ? Sentences.notHere(cast) : Sentences.whyNobody(cast)));
        }
        return voice.get().archived()
                ? Mono.just(whispering(Sentences.gone(voice.get())))
                : turns.ask(question(interaction, server, voice.get())).thenReturn(InteractionResponse.DEFERRED);
    }

    private Question question(Interaction interaction, ServerId server, Voice voice) {
        return Question.of(voice, server, interaction.channelId(), interaction.id(),
                seal.seal(Turn.TOKEN, interaction.token()), interaction.option(Commands.MESSAGE).orElse("…"),
                pseudonyms.of(interaction.userId()), clock.instant());
    }
}
