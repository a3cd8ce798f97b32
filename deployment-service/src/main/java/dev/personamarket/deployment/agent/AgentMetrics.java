package dev.personamarket.deployment.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.agent.Turn.Status;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of the agents: {@code agents.replies}, from the question to the whole reply, and {@code agents.dropped}. */
@Component
class AgentMetrics {

    private final MeterRegistry meters;

    AgentMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void replied(Turn turn, Instant now) {
        meters.timer("agents.replies", "outcome", turn.status() == Status.ANSWERED ? "answered" : "failed")
                .record(Duration.between(turn.askedAt(), now));
    }

    void dropped(DropReason reason) {
        meters.counter("agents.dropped", "reason", reason.name().toLowerCase(Locale.ROOT)).increment();
    }
}
