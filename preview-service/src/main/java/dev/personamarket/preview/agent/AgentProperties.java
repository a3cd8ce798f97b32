package dev.personamarket.preview.agent;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.Min;

/**
 * How questions to deployed personalities are answered.
 *
 * @param atOnce        answers that one instance makes at the same time; 0 leaves them to other instances
 * @param lookEvery     between two looks at what waits, should nobody tell of it
 * @param progressEvery between two times that it is told how far all answers under way have come
 * @param lease         after which a question whose instance died is answered by another; more than twice
 *                      {@code progressEvery}, which prolongs it, so that one late time does no harm
 * @param patience      with a version that we were not told of yet
 * @param kept          how long it is known that a question has ended; what was said in it is forgotten at once
 */
@Validated
@ConfigurationProperties("marketplace.preview.agent")
record AgentProperties(@Min(0) @DefaultValue("64") int atOnce, @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("1200ms") Duration progressEvery, @DefaultValue("10s") Duration lease,
        @DefaultValue("10s") Duration patience, @DefaultValue("1h") Duration kept) {

    AgentProperties {
        if (lease.compareTo(progressEvery.multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(
                    "marketplace.preview.agent.lease must be more than twice as long as progress-every");
        }
    }
}
