package dev.personamarket.deployment.agent;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.Profile;
import dev.personamarket.deployment.discord.ServerId;
import reactor.core.publisher.Mono;

/**
 * How the bot looks on a server: as the only agent there is, else as itself, since it can look like one alone. A
 * personality's face is left out for now: the event has its address and we never fetch addresses.
 */
@Component
public class Appearance {

    private final Agents agents;
    private final Discord discord;

    Appearance(Agents agents, Discord discord) {
        this.agents = agents;
        this.discord = discord;
    }

    /** As the agents there now want it. */
    public Mono<Void> refresh(ServerId server) {
        return agents.on(server).collectList().flatMap(all -> discord.appear(server, profile(all)));
    }

    /** As it will be with one agent more, before that is settled. */
    public Mono<Void> welcome(Agent newcomer) {
        return agents.on(newcomer.serverId()).filter(agent -> !agent.isOf(newcomer.deploymentId()))
                .concatWithValues(newcomer).collectList()
                .flatMap(all -> discord.appear(newcomer.serverId(), profile(all)));
    }

    private static Profile profile(List<Agent> agents) {
        return agents.size() == 1 ? agents.getFirst().profile() : Profile.OWN;
    }
}
