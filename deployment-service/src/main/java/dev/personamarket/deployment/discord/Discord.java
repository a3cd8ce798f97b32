package dev.personamarket.deployment.discord;

import java.util.List;
import java.util.Set;

import reactor.core.publisher.Mono;

/** What is asked of Discord. Everything fails with {@link DiscordFailure} and nothing else, within bounded time. */
public interface Discord {

    /** The servers that a user is a member of, at most 200: that is as many as Discord lets a person join. */
    Mono<List<UserServer>> serversOf(AccessToken user);

    /** The servers that our bot is on. */
    Mono<Set<ServerId>> serversOfBot();

    /** Whether our bot is on a server. A server that does not exist looks the same as one that it is not on. */
    Mono<Boolean> isBotOn(ServerId server);

    /** Gives the bot a name and a bio in one server. Doing it again changes nothing. */
    Mono<Void> appear(ServerId server, Profile profile);

    /** Makes these the commands of the application, everywhere. Discord counts only new names against its limits. */
    Mono<Void> register(List<Command> commands);

    /** Puts this in the place of an interaction's first answer. Doing it again changes nothing. */
    Mono<Void> edit(String interactionToken, Message message);

    /** Says this after an interaction's first answer. Done again, it is said twice. */
    Mono<Void> followUp(String interactionToken, Message message);

    /** How many messages of this interaction stand in the channel, the first answer among them. */
    Mono<Long> countOf(String interactionId, String channelId);
}
