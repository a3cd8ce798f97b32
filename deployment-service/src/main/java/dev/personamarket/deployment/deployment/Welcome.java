package dev.personamarket.deployment.deployment;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.agent.Agent;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.Greeting;
import dev.personamarket.deployment.discord.Surroundings;
import reactor.core.publisher.Mono;

/**
 * The first words of a personality on a server, once. They are made of what everybody may know of it; the greeting that it
 * has in a preview is part of its prompt, which is not for this service.
 */
@Component
class Welcome {

    private final Discord discord;

    Welcome(Discord discord) {
        this.discord = discord;
    }

    /** Says hello where it can be heard. Where nobody lets it speak there is no hello, which is no trouble. */
    Mono<Void> of(Agent agent) {
        return discord.surroundingsOn(agent.serverId())
                .mapNotNull(found -> found.greetingPlace(agent.channelIds()).map(Surroundings.TextChannel::id)
                        .orElse(null))
                .flatMap(channel -> discord.post(channel, Greeting.of(text(agent), agent.deploymentId()))
                        .onErrorResume(DiscordFailure.class, failure -> failure.isPassing()
                                ? Mono.error(failure)
                                : Mono.empty()));
    }

    private static String text(Agent agent) {
        return """
                **%s** is here. %s
                Type `/chat` to talk.""".formatted(agent.name(), agent.tagline());
    }
}
