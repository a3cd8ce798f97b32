package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.Interaction;
import dev.personamarket.deployment.discord.Interaction.Kind;
import dev.personamarket.deployment.discord.InteractionResponse;
import dev.personamarket.deployment.discord.ServerId;
import reactor.core.publisher.Mono;

import static dev.personamarket.deployment.discord.InteractionResponse.saying;
import static dev.personamarket.deployment.discord.InteractionResponse.suggesting;
import static dev.personamarket.deployment.discord.InteractionResponse.whispering;

/** Answers what people do on Discord, in time whatever happens: a trouble of ours is told in a sentence. */
@Component
class Interactions {

    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

    private final Voices voices;
    private final ChatDesk chat;
    private final Turns turns;
    private final AgentProperties properties;

    Interactions(Voices voices, ChatDesk chat, Turns turns, AgentProperties properties) {
        this.voices = voices;
        this.chat = chat;
        this.turns = turns;
        this.properties = properties;
    }

    Mono<InteractionResponse> answer(Interaction interaction) {
        return switch (interaction.kind()) {
            case PING -> Mono.just(InteractionResponse.PONG);
            case COMMAND, AUTOCOMPLETE -> inTime(interaction);
            case OTHER -> Mono.just(whispering(Sentences.UNKNOWN));
        };
    }

    private Mono<InteractionResponse> inTime(Interaction interaction) {
        return onServer(interaction, interaction.kind() == Kind.COMMAND ? this::run : this::suggest)
                .timeout(properties.firstAnswer())
                .onErrorResume(error -> trouble(interaction, error));
    }

    private static Mono<InteractionResponse> onServer(Interaction interaction,
            BiFunction<Interaction, ServerId, Mono<InteractionResponse>> work) {
        var server = interaction.serverId();
        return server == null ? Mono.just(whispering(Sentences.SERVERS_ONLY)) : work.apply(interaction, server);
    }

    private Mono<InteractionResponse> run(Interaction interaction, ServerId server) {
        return switch (interaction.command()) {
            case Commands.CHAT -> voices.cast(server, interaction)
                    .flatMap(cast -> chat.ask(interaction, server, cast));
            case Commands.PERSONALITY -> voices.cast(server, interaction)
                    .flatMap(cast -> appoint(interaction, server, cast));
            case Commands.FORGET -> turns.forget(interaction.channelId())
                    .thenReturn(saying(Sentences.FORGOTTEN));
            default -> Mono.just(whispering(Sentences.UNKNOWN));
        };
    }

    /** Discord shows the command to managers alone, unless a server's administrator decides otherwise. */
    private Mono<InteractionResponse> appoint(Interaction interaction, ServerId server, Cast cast) {
        if (!interaction.isByManager()) {
            return Mono.just(whispering(Sentences.MANAGERS_ONLY));
        }
        return interaction.option(Commands.PERSONALITY)
                .map(wish -> cast.named(wish)
                        .map(voice -> voices.choose(server, interaction.channelId(), voice)
                                .thenReturn(saying(Sentences.chosen(voice))))
                        .orElseGet(() -> Mono.just(whispering(Sentences.notHere(cast)))))
                .orElseGet(() -> Mono.just(whispering(Sentences.whoAnswers(cast))));
    }

    private Mono<InteractionResponse> suggest(Interaction interaction, ServerId server) {
        var typed = interaction.option(String.valueOf(interaction.focused())).orElse("");
        return voices.cast(server, interaction).map(cast -> suggesting(cast.suggestions(typed)));
    }

    private static Mono<InteractionResponse> trouble(Interaction interaction, Throwable error) {
        LOG.warn("{} could not be answered", interaction, error);
        return Mono.just(interaction.kind() == Kind.COMMAND ? whispering(Sentences.TROUBLE) : suggesting(List.of()));
    }
}
