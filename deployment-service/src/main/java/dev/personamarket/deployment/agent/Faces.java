package dev.personamarket.deployment.agent;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.discord.DiscordProperties;
import dev.personamarket.deployment.discord.Message;
import dev.personamarket.deployment.discord.ServerId;
import reactor.core.publisher.Mono;

/**
 * Who a message shows itself to be from. The only agent of a server looks like itself, since the bot looks like it there;
 * of several each says its name.
 */
@Component
class Faces {

    private final Voices voices;
    private final URI site;

    Faces(Voices voices, DiscordProperties discord) {
        this.voices = voices;
        this.site = discord.contact();
    }

    Mono<UnaryOperator<Message>> of(ServerId server, UUID personality) {
        return voices.on(server).collectList().map(all -> face(all, personality));
    }

    private UnaryOperator<Message> face(List<Voice> all, UUID personality) {
        return all.size() <= 1
                ? message -> message
                : all.stream().filter(voice -> voice.personalityId().equals(personality)).findFirst()
                        .<UnaryOperator<Message>>map(voice -> message -> message.by(voice.name(), icon(voice)))
                        .orElse(message -> message);
    }

    private @Nullable String icon(Voice voice) {
        return voice.avatarUrl() == null ? null : site.resolve(voice.avatarUrl()).toString();
    }
}
