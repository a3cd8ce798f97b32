package dev.personamarket.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param relay         whether this program relays at all, or only appends
 * @param pollInterval  how long the relay rests when nobody wakes it: the delay of an event that another instance stored
 * @param gatherInterval how long the relay rests after it has sent something: what comes meanwhile goes together
 * @param lockInterval  how often an instance in waiting asks whether the place of the relay is free
 * @param batchSize     rows that are sent before they are marked; after a crash at most so many are sent twice
 * @param sendTimeout   how long the broker may take for a batch before it is tried again
 * @param retention     how long published rows are kept, so that they can be sent again
 */
@ConfigurationProperties("marketplace.outbox")
public record OutboxProperties(@DefaultValue("true") boolean relay,
        @DefaultValue("100ms") Duration pollInterval, @DefaultValue("10ms") Duration gatherInterval,
        @DefaultValue("1s") Duration lockInterval,
        @DefaultValue("1000") int batchSize, @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("7d") Duration retention) {

    public OutboxProperties {
        if (batchSize < 1 || pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("marketplace.outbox: batch-size and poll-interval must be positive");
        }
    }
}
