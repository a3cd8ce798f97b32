package dev.personamarket.deployment.agent;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.Workers;
import dev.personamarket.defaults.database.AfterCommit;
import dev.personamarket.defaults.listening.Subscription;
import dev.personamarket.deployment.agent.Turn.Status;
import dev.personamarket.outbox.Outbox;
import dev.personamarket.sealing.Pseudonyms;
import dev.personamarket.sealing.Seal;
import reactor.core.publisher.Mono;

/** What goes on by itself: replies come in and go out, and what is old is forgotten. */
@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AgentConfiguration.class);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(5);

    @Bean
    Seal seal(AgentProperties properties) {
        return new Seal(properties.encryptionKeys());
    }

    @Bean
    Pseudonyms pseudonyms(AgentProperties properties) {
        return new Pseudonyms(properties.pseudonymSecret());
    }

    @Bean
    Workers replyWorkers(Replies replies, ReplySteps steps, AgentProperties properties) {
        return Workers.of("Bringing replies to Discord", properties.hands(), properties.pollInterval(),
                () -> replies.take().flatMap(turn -> step(turn, steps).thenReturn(true)).defaultIfEmpty(false));
    }

    /** After an unexpected error the lease is kept until it runs out, so that the hands do not run in circles. */
    private static Mono<Void> step(Turn turn, ReplySteps steps) {
        return steps.next(turn).onErrorResume(error -> {
            LOG.warn("The reply to {} met an unexpected error and is tried again later", turn.id(), error);
            return Mono.empty();
        });
    }

    @Bean
    Subscription agentReplies(Replies replies, Workers replyWorkers) {
        return Subscription.to("marketplace.agent-replies")
                .on(AgentTurnProgressed.class, event -> replies.grown(event).then(wake(replyWorkers)))
                .on(AgentTurnAnswered.class, event -> replies.concluded(event.turnId(), Status.ANSWERED, event.text())
                        .then(wake(replyWorkers)))
                .on(AgentTurnFailed.class, event -> replies.concluded(event.turnId(), Status.FAILED,
                        Sentences.instead(event.reason())).then(wake(replyWorkers)));
    }

    private static Mono<Void> wake(Workers workers) {
        return AfterCommit.run(workers::wake);
    }

    @Bean
    Periodically tidyingAgents(Turns turns, Voices voices) {
        return Periodically.every(NOW_AND_THEN, "Forgetting old conversations", () -> turns.tidy().then(voices.tidy()));
    }

    /** They hold what was said, and are gone from Kafka by then, too. */
    @Bean
    Periodically forgettingQuestions(Outbox outbox) {
        return Periodically.every(NOW_AND_THEN, "Forgetting questions that were sent",
                () -> outbox.forget(AgentTurnsTopic.NAME, AgentTurnsTopic.KEPT));
    }

    @Bean
    Periodically registeringCommands(Commands commands) {
        return Periodically.every(NOW_AND_THEN, "Registering the commands", commands::ensure);
    }
}
