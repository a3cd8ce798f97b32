package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.Command;
import dev.personamarket.deployment.discord.Command.Option;
import dev.personamarket.deployment.discord.Discord;
import reactor.core.publisher.Mono;

/** The commands by which people everywhere speak to the agents of their server, and see to them. */
@Component
public class Commands {

    static final String CHAT = "chat";
    static final String MESSAGE = "message";
    /** Both the option of {@link #CHAT} and a command of its own. */
    static final String PERSONALITY = "personality";
    static final String FORGET = "forget";
    static final int MESSAGE_LIMIT = 2000;

    private static final Duration FOR_EVER = Duration.ofDays(365 * 100);
    private static final List<Command> ALL = List.of(
            Command.typed(CHAT, "Chat with a personality that lives on this server",
                    Option.text(MESSAGE, "What you want to say", MESSAGE_LIMIT),
                    Option.suggested(PERSONALITY, "Who should answer, if there are several")),
            Command.typed(PERSONALITY, "See or change who answers in this channel",
                    Option.suggested(PERSONALITY, "Who should answer here from now on")).forManagers(),
            Command.typed(FORGET, "Let the personalities forget what was said in this channel"));

    private final Mono<Void> registered;

    Commands(Discord discord) {
        this.registered = Mono.defer(() -> discord.register(ALL))
                .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER);
    }

    /**
     * Makes sure that Discord knows the commands: told once in the life of this process, so that a release that changes
     * them, or an application that lost them, is put right. Telling the same names again costs nothing at Discord.
     */
    public Mono<Void> ensure() {
        return registered;
    }
}
