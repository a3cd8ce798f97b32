package dev.personamarket.defaults.listening;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How events are listened to.
 *
 * @param groupSuffix    appended to the consumer group's name
 * @param concurrency    how many partitions of a topic are handled side by side; the order per key stays
 * @param atOnce         the most events that are fetched, and where they are batched stored, at once
 * @param commitInterval how often the place in a topic is noted; after a crash the events since then come again, and the
 *                       inbox knows them
 * @param maxValue       a longer value is unreadable
 * @param deadline       how long one effect, or one batch, may take
 * @param retries        how often an effect that fails is tried again before its event is set aside
 * @param firstDelay     before the first retry; doubled for each further one
 * @param awayDelay      the longest pause between tries while the database is out of reach, which no event is to blame for
 * @param inboxRetention how long an event is remembered as handled; longer than a topic may be replayed in haste
 */
@ConfigurationProperties("marketplace.listening")
public record ListeningProperties(@DefaultValue("") String groupSuffix, @DefaultValue("3") int concurrency,
        @DefaultValue("100") int atOnce,
        @DefaultValue("500ms") Duration commitInterval,
        @DefaultValue("1MB") DataSize maxValue, @DefaultValue("20s") Duration deadline, @DefaultValue("3") int retries,
        @DefaultValue("100ms") Duration firstDelay, @DefaultValue("5s") Duration awayDelay,
        @DefaultValue("14d") Duration inboxRetention) {}
