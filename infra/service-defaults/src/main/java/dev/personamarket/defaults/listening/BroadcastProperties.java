package dev.personamarket.defaults.listening;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * How broadcasts are listened to.
 *
 * @param window    how far back listening begins
 * @param maxEvents how many records are heard again at most when it begins
 * @param tick      the least time between two deliveries; what comes within it is heard together
 * @param interval  how often to look for topics that were not there, and for more partitions
 */
@Validated
@ConfigurationProperties("marketplace.broadcasts")
public record BroadcastProperties(@NotNull @DefaultValue("10m") Duration window,
        @Positive @DefaultValue("10000") int maxEvents, @NotNull @DefaultValue("25ms") Duration tick,
        @NotNull @DefaultValue("2s") Duration interval) {}
