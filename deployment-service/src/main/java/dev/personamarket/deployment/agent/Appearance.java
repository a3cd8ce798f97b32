package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.agent.Appearances.Shown;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.Profile;
import dev.personamarket.deployment.discord.ServerId;
import reactor.core.publisher.Mono;

/**
 * How the bot looks on a server: as the only agent there is, else as itself, since it can look like one alone. Its name
 * and bio are sent together; its face by itself, since Discord takes a new one only now and then.
 */
@Component
public class Appearance {

    private static final Logger LOG = LoggerFactory.getLogger(Appearance.class);
    private static final Duration UNTIL_ANOTHER_FACE = Duration.ofMinutes(10);

    private final Agents agents;
    private final Appearances appearances;
    private final Portraits portraits;
    private final Discord discord;

    Appearance(Agents agents, Appearances appearances, Portraits portraits, Discord discord) {
        this.agents = agents;
        this.appearances = appearances;
        this.portraits = portraits;
        this.discord = discord;
    }

    /** By name as it will be with one agent more, before that is settled. */
    public Mono<Void> welcome(Agent newcomer) {
        return agents.on(newcomer.serverId()).filter(agent -> !agent.isOf(newcomer.deploymentId()))
                .concatWithValues(newcomer).collectList()
                .flatMap(all -> show(newcomer.serverId(), profile(all)));
    }

    /** As the agents there now want it, whatever it was told before. */
    public Mono<Void> restore(ServerId server) {
        return agents.on(server).collectList()
                .flatMap(all -> show(server, profile(all)).then(change(server, face(all))));
    }

    /** As the agents there now want it, where that is not how it looks; a face that fails is left for another time. */
    public Mono<Void> keep(ServerId server) {
        return agents.on(server).collectList().zipWith(appearances.on(server)).flatMap(
                both -> name(server, profile(both.getT1()), both.getT2())
                        .then(face(server, face(both.getT1()), both.getT2())));
    }

    private Mono<Void> name(ServerId server, Profile wanted, Shown shown) {
        return wanted.equals(shown.profile()) ? Mono.empty() : show(server, wanted);
    }

    private Mono<Void> face(ServerId server, Optional<String> wanted, Shown shown) {
        return wanted.equals(Optional.ofNullable(shown.avatarUrl())) || !shown.mayChange()
                ? Mono.empty()
                : change(server, wanted).onErrorResume(DiscordFailure.class, failure -> later(server, failure));
    }

    private Mono<Void> later(ServerId server, DiscordFailure failure) {
        LOG.info("The bot's face on server {} stays for now: {}", server, failure.getMessage());
        return appearances.waitWithFace(server, UNTIL_ANOTHER_FACE);
    }

    private Mono<Void> show(ServerId server, Profile profile) {
        return discord.appear(server, profile).then(appearances.show(server, profile));
    }

    /** One face is never sent twice, and one that the catalogue does not give just now not at all. */
    private Mono<Void> change(ServerId server, Optional<String> wanted) {
        return appearances.on(server).filter(shown -> !wanted.equals(Optional.ofNullable(shown.avatarUrl())))
                .flatMap(_ -> portraits.of(wanted))
                .flatMap(picture -> discord.wear(server, picture.orElse(null)).then(appearances.wear(server, wanted)));
    }

    /** The bot is no longer there. */
    public Mono<Void> forget(ServerId server) {
        return appearances.forget(server);
    }

    private static Profile profile(List<Agent> agents) {
        return agents.size() == 1 ? agents.getFirst().profile() : Profile.OWN;
    }

    private static Optional<String> face(List<Agent> agents) {
        return agents.size() == 1
                ? Optional.ofNullable(agents.getFirst().avatarUrl()).filter(Portraits::isOurs)
                : Optional.empty();
    }
}
