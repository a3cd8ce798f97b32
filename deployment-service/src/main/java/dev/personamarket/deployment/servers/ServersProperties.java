package dev.personamarket.deployment.servers;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old what is shown may be.
 *
 * @param remembered    a user's servers
 * @param botRemembered the servers with our bot: shorter, since people come right back after adding it
 */
@ConfigurationProperties("marketplace.servers")
public record ServersProperties(@DefaultValue("30s") Duration remembered,
        @DefaultValue("3s") Duration botRemembered) {}
