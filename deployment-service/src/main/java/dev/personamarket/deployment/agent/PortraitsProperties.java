package dev.personamarket.deployment.agent;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param catalogUrl where catalog-service is, for faces */
@ConfigurationProperties("marketplace.portraits")
public record PortraitsProperties(URI catalogUrl) {}
