package dev.personamarket.deployment.discord;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

/** What is asked of Discord. Everything fails with {@link DiscordFailure} and nothing else, within bounded time. */
public interface Discord {

    /** The servers that a user is a member of, at most 200: that is as many as Discord lets a person join. */
    Mono<List<UserServer>> serversOf(AccessToken user);

    /** The servers that our bot is on. */
    Mono<Set<ServerId>> serversOfBot();

    /** Whether our bot is on a server. A server that does not exist looks the same as one that it is not on. */
    Mono<Boolean> isBotOn(ServerId server);

    /**
     * What the bot finds on a server that it is on; fails as {@link DiscordFailure.Kind#NOT_THERE} when it is not, and
     * only if more than one look at it says so: Discord sometimes denies a server that is there.
     */
    Mono<Surroundings> surroundingsOn(ServerId server);

    /** Gives the bot a name and a bio in one server. Doing it again changes nothing. */
    Mono<Void> appear(ServerId server, Profile profile);

    /** Gives the bot a face in one server, a data URI; {@code null} takes it away. Fails as limited when too often. */
    Mono<Void> wear(ServerId server, @Nullable String picture);

    /** Posts in a channel. Done again within some minutes it is still one message. */
    Mono<Void> post(String channelId, Greeting greeting);

    /** Makes these the commands of the application, everywhere. Discord counts only new names against its limits. */
    Mono<Void> register(List<Command> commands);

    /** Puts this in the place of an interaction's first answer. Doing it again changes nothing. */
    Mono<Void> edit(String interactionToken, Message message);

    /** Says this after an interaction's first answer. Done again, it is said twice. */
    Mono<Void> followUp(String interactionToken, Message message);

    /** How many messages of this interaction stand in the channel, the first answer among them. */
    Mono<Long> countOf(String interactionId, String channelId);
}
