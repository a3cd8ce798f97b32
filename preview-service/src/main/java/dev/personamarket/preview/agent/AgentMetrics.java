package dev.personamarket.preview.agent;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * {@code preview.agent.running}: questions that this instance is at work on; {@code preview.agent.turn}: seconds from when a
 * question was stored to its end, waiting and other instances' tries included, by {@code outcome} ({@code answered}, or the
 * reason of the failure).
 */
@Component
class AgentMetrics {

    private final MeterRegistry meters;

    AgentMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void running(Collection<AgentWork> underWay) {
        meters.gaugeCollectionSize("preview.agent.running", List.of(), underWay);
    }

    void ended(String outcome, Duration time) {
        Timer.builder("preview.agent.turn").description("From hearing a question to the end of its answer")
                .tag("outcome", outcome).register(meters).record(time);
    }
}
