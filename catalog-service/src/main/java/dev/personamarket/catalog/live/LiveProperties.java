package dev.personamarket.catalog.live;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * How changes are told live.
 *
 * @param heartbeat  how often every stream is sent something
 * @param retry      after which a client whose stream has ended is to come back
 * @param patience   how long a client may leave unread what there is
 * @param startup    how long a client waits, while this instance starts, until all is heard that came before
 * @param maxStreams that this instance keeps open
 */
@Validated
@ConfigurationProperties("marketplace.live")
record LiveProperties(@NotNull @DefaultValue("15s") Duration heartbeat, @NotNull @DefaultValue("3s") Duration retry,
        @NotNull @DefaultValue("10s") Duration patience, @NotNull @DefaultValue("10s") Duration startup,
        @Positive @DefaultValue("5000") int maxStreams) {}
