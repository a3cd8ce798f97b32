package dev.personamarket.deployment.agent;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.agent.Turn.Status;
import dev.personamarket.deployment.discord.Discord;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.Lookout;
import dev.personamarket.deployment.discord.Message;
import dev.personamarket.sealing.Seal;
import reactor.core.publisher.Mono;

/**
 * Brings a reply to Discord. Discord is asked first, and what came of it is stored then, so a step that is broken off is
 * done again: editing twice changes nothing, and before something is said anew it is looked whether it stands there.
 */
@Component
class ReplySteps {

    private static final Logger LOG = LoggerFactory.getLogger(ReplySteps.class);

    private final Replies replies;
    private final Faces faces;
    private final Discord discord;
    private final Lookout lookout;
    private final Seal seal;
    private final AgentProperties properties;
    private final AgentMetrics metrics;
    private final Clock clock;

    ReplySteps(Replies replies, Faces faces, Discord discord, Lookout lookout, Seal seal, AgentProperties properties,
            AgentMetrics metrics, Clock clock) {
        this.replies = replies;
        this.faces = faces;
        this.discord = discord;
        this.lookout = lookout;
        this.seal = seal;
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What is to be done for it now. */
    Mono<Void> next(Turn turn) {
        if (turn.isOlderThan(properties.tokenLife(), clock.instant())) {
            return drop(turn, DropReason.INTERACTION_EXPIRED);
        }
        if (turn.status() == Status.ASKED && turn.isOlderThan(properties.patience(), clock.instant())) {
            return replies.giveUp(turn, Sentences.TOO_LATE, clock.instant());
        }
        return token(turn).map(token -> turn.status() == Status.ASKED ? show(turn, token) : say(turn, token))
                .orElseGet(() -> drop(turn, DropReason.INTERACTION_EXPIRED))
                .onErrorResume(DiscordFailure.class, failure -> withstand(turn, failure));
    }

    /** Empty when it was sealed with a key that is no more. */
    private Optional<String> token(Turn turn) {
        return seal.open(Turn.TOKEN, turn.token());
    }

    private Mono<Void> show(Turn turn, String token) {
        var reply = turn.reply();
        return reply == null
                ? replies.shown(turn)
                : faces.of(turn.serverId(), turn.personalityId())
                        .flatMap(face -> discord.edit(token, face.apply(Message.of(ReplyText.growing(reply)))))
                        .then(replies.shown(turn));
    }

    private Mono<Void> say(Turn turn, String token) {
        var parts = ReplyText.parts(String.valueOf(turn.reply()));
        return faces.of(turn.serverId(), turn.personalityId()).map(face -> new Speech(token, parts, face))
                .zipWith(standing(turn), (speech, standing) -> say(turn, speech, standing))
                .flatMap(saying -> saying)
                .flatMap(said -> replies.done(said).doOnSuccess(_ -> metrics.replied(said, clock.instant())));
    }

    /** One that was broken off between two messages may have said more than is stored. */
    private Mono<Integer> standing(Turn turn) {
        return turn.partsSent() == 0
                ? Mono.just(0)
                : discord.countOf(turn.interactionId(), turn.channelId())
                        .map(count -> Math.max(turn.partsSent(), count.intValue()));
    }

    /**
     * Says what does not stand there yet, one message after the other, and prolongs the lease between them; empty when
     * Discord stood in the way of one.
     */
    private Mono<Turn> say(Turn turn, Speech speech, int standing) {
        if (standing >= speech.parts().size()) {
            return Mono.just(turn);
        }
        var message = speech.message(standing);
        var sent = standing == 0 ? discord.edit(speech.token(), message) : discord.followUp(speech.token(), message);
        return (speech.parts().size() == 1 ? sent.thenReturn(turn) : sent.then(replies.sent(turn, standing + 1)))
                .onErrorResume(DiscordFailure.class, failure -> withstand(turn, failure).then(Mono.empty()))
                .flatMap(next -> say(next, speech, standing + 1));
    }

    private record Speech(String token, List<String> parts, UnaryOperator<Message> face) {

        Message message(int part) {
            return face.apply(Message.of(parts.get(part)));
        }
    }

    private Mono<Void> withstand(Turn turn, DiscordFailure failure) {
        LOG.info("The reply to {} is held up: {}", turn.id(), failure.getMessage());
        return switch (failure.kind()) {
            case RATE_LIMITED, UNAVAILABLE -> replies.postpone(turn, turn.backOff(failure.retryAfter()));
            case NOT_THERE, FORBIDDEN -> lookout.lookAt(turn.serverId()).then(refused(turn, failure));
            case UNAUTHORIZED, REFUSED -> refused(turn, failure);
        };
    }

    private Mono<Void> refused(Turn turn, DiscordFailure failure) {
        return switch (failure.kind()) {
            case NOT_THERE, UNAUTHORIZED -> drop(turn, DropReason.MESSAGE_GONE);
            default -> switch (turn.status()) {
                case ASKED -> replies.shown(turn);
                case ANSWERED -> replies.replace(turn, Sentences.NOT_ALLOWED);
                case FAILED, DROPPED -> drop(turn, DropReason.DISCORD_REFUSED);
            };
        };
    }

    private Mono<Void> drop(Turn turn, DropReason reason) {
        metrics.dropped(reason);
        return replies.drop(turn, reason, clock.instant());
    }
}
