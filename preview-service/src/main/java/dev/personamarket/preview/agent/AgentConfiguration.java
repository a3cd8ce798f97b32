package dev.personamarket.preview.agent;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.personamarket.defaults.Periodically;
import dev.personamarket.defaults.database.AfterCommit;
import dev.personamarket.defaults.listening.Subscription;
import dev.personamarket.outbox.Outbox;

@Configuration(proxyBeanMethods = false)
class AgentConfiguration {

    private static final Duration FORGETTING = Duration.ofMinutes(5);

    /** A question is only stored, and answered by whoever has time. */
    @Bean
    Subscription questions(AgentTurns turns, AgentWorkers workers) {
        return Subscription.to("marketplace.agent-turns")
                .on(AgentTurnRequested.class, event -> turns.store(event).then(AfterCommit.run(workers::wake)))
                .on(AgentTurnDropped.class, turns::drop);
    }

    @Bean
    Periodically holdingAgentTurns(AgentWorkers workers, AgentProperties properties) {
        return Periodically.every(properties.progressEvery(), "Telling how far answers have come", workers::hold);
    }

    @Bean
    Periodically forgettingAgentTurns(AgentTurns turns) {
        return Periodically.every(FORGETTING, "Forgetting questions that have ended", turns::forget);
    }

    /** What was told of them is gone from Kafka by then, too. */
    @Bean
    Periodically forgettingAgentReplies(Outbox outbox, AgentProperties properties) {
        return Periodically.every(FORGETTING, "Forgetting answers that were sent",
                () -> outbox.forget(AgentReplies.TOPIC, properties.kept()));
    }
}
