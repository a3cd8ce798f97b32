package dev.personamarket.deployment.agent;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.Command;
import dev.personamarket.deployment.discord.Discord;
import reactor.core.publisher.Mono;

/** The one command by which people everywhere speak to the agents of their server. */
@Component
public class ChatCommand {

    static final int MESSAGE_LIMIT = 2000;

    private static final List<Command> COMMANDS = List.of(Command.typed("chat",
            "Chat with a personality that lives on this server",
            Command.Option.text("message", "What you want to say", MESSAGE_LIMIT),
            Command.Option.suggested("personality", "Who should answer, if there are several")));

    private final Discord discord;
    private final AtomicBoolean registered = new AtomicBoolean();

    ChatCommand(Discord discord) {
        this.discord = discord;
    }

    /**
     * Makes sure that Discord knows the command: asked once in the life of this process, so that a release that changes
     * it, or an application that lost it, is put right. Putting the same names again costs nothing at Discord.
     */
    public Mono<Void> ensure() {
        return Mono.defer(() -> registered.get()
                ? Mono.empty()
                : discord.register(COMMANDS).doOnSuccess(_ -> registered.set(true)));
    }
}
