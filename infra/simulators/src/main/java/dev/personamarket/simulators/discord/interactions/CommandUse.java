package dev.personamarket.simulators.discord.interactions;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import dev.personamarket.simulators.discord.DiscordException;
import dev.personamarket.simulators.discord.application.Application;
import dev.personamarket.simulators.discord.application.SignedDelivery;
import dev.personamarket.simulators.discord.commands.Commands;
import dev.personamarket.simulators.discord.guilds.BotPermissions;
import dev.personamarket.simulators.discord.guilds.Channel;
import dev.personamarket.simulators.discord.guilds.Guild;
import dev.personamarket.simulators.discord.guilds.Guilds;
import dev.personamarket.simulators.discord.guilds.Installations;
import dev.personamarket.simulators.discord.messages.Messages;
import dev.personamarket.simulators.discord.people.People;
import dev.personamarket.simulators.discord.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Carries a person's use of a command to the application, and its answer back into the channel. */
@Component
public class CommandUse {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Guilds guilds;
    private final People people;
    private final Installations installations;
    private final BotPermissions permissions;
    private final Commands commands;
    private final Interactions interactions;
    private final Answers answers;
    private final Messages messages;
    private final Application application;
    private final SignedDelivery delivery;
    private final JsonMapper json;

    CommandUse(Guilds guilds, People people, Installations installations, BotPermissions permissions,
            Commands commands,
            Interactions interactions, Answers answers, Messages messages, Application application,
            SignedDelivery delivery, JsonMapper json) {
        this.guilds = guilds;
        this.people = people;
        this.installations = installations;
        this.permissions = permissions;
        this.commands = commands;
        this.interactions = interactions;
        this.answers = answers;
        this.messages = messages;
        this.application = application;
        this.delivery = delivery;
        this.json = json;
    }

    /** @throws ResponseStatusException when Discord's own client would not let that person do this there */
    public Mono<Outcome> send(Usage usage) {
        var channel = channel(usage);
        var guild = guilds.find(channel.guildId()).orElseThrow();
        var person = people.find(usage.personId()).filter(guild::hasMember)
                .orElseThrow(() -> refusal("There is no such person in %s.".formatted(guild.name())));
        var endpoint = application.interactionsEndpoint()
                .orElseThrow(() -> refusal("The application has no interactions endpoint."));
        var interaction = Interaction.of(
                usage.focused() == null ? Interaction.COMMAND : Interaction.AUTOCOMPLETE, person, channel);
        byte[] body = body(usage, interaction, guild);
        return deliver(interactions.add(interaction), endpoint, body);
    }

    private Channel channel(Usage usage) {
        var channel = usage.channelId() == null
                ? guilds.find(String.valueOf(usage.guildId())).map(guild -> guild.channels().getFirst())
                : guilds.channel(usage.channelId());
        return channel.filter(found -> installations.contains(found.guildId()))
                .orElseThrow(() -> refusal("There is no such channel on a server that has the bot."));
    }

    private byte[] body(Usage usage, Interaction interaction, Guild guild) {
        var command = commands.usableIn(guild.id(), usage.command())
                .orElseThrow(() -> refusal("%s has no command /%s.".formatted(guild.name(), usage.command())));
        return json.writeValueAsBytes(
                Payload.of(interaction, guild, permissions, command, OptionValues.of(command, usage)));
    }

    private Mono<Outcome> deliver(Interaction interaction, URI endpoint, byte[] body) {
        return delivery.send(endpoint, body).flatMap(answer -> take(interaction, answer))
                .timeout(SignedDelivery.DEADLINE).map(this::outcome)
                .onErrorResume(failure -> Mono.fromSupplier(() -> fail(interaction, failure)));
    }

    /** 200 carries the answer; 202 says that it comes, or came, by a call of its own. */
    private Mono<Interaction> take(Interaction interaction, SignedDelivery.Answer answer) {
        if (answer.status().value() == HttpStatus.ACCEPTED.value()) {
            return Flux.interval(Duration.ZERO, LOOK_EVERY)
                    .flatMap(_ -> Mono.justOrEmpty(interactions.find(interaction.token())))
                    .filter(Interaction::isAnswered).next();
        }
        if (answer.status().value() != HttpStatus.OK.value()) {
            return Mono.error(new IllegalStateException("The endpoint answered " + answer.status().value() + "."));
        }
        return Mono.fromCallable(() -> answers.accept(interaction, json.readTree(answer.body())));
    }

    private Outcome outcome(Interaction answered) {
        return Outcome.answered(answered, answered.originalMessageId() == null
                ? null
                : messages.find(answered.originalMessageId()).orElse(null));
    }

    private Outcome fail(Interaction interaction, Throwable failure) {
        var answered = interactions.find(interaction.token()).filter(Interaction::isAnswered);
        if (answered.isPresent()) {
            return outcome(answered.get());
        }
        interactions.drop(interaction);
        return Outcome.unanswered(interaction, switch (failure) {
            case DiscordException refused -> json.writeValueAsString(refused.body());
            case JacksonException _ -> "The endpoint answered something that is no JSON.";
            case TimeoutException _ -> "The endpoint did not answer within 3 seconds.";
            case IllegalStateException told -> String.valueOf(told.getMessage());
            default -> "The endpoint could not be reached: " + failure.getMessage();
        });
    }

    private static ResponseStatusException refusal(String reason) {
        return new ResponseStatusException(HttpStatus.CONFLICT, reason);
    }
}
