package dev.personamarket.simulators.model;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated model behaves.
 *
 * @param port 0 for any free one
 * @param tokenDelay between two words of a stream, and before the first; milliseconds when without a unit
 * @param keepAlive a stream that is silent so long carries a comment line
 */
@ConfigurationProperties("simulator.model")
record ModelSettings(@DefaultValue("8091") int port, @DefaultValue("25ms") Duration tokenDelay,
        @DefaultValue("10s") Duration keepAlive) {}
