package dev.personamarket.defaults.identity;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word about users is believed.
 *
 * @param jwksUri  where the issuer's public keys are
 * @param issuer   the {@code iss} that tokens must have
 * @param audience the {@code aud} that tokens must have
 */
@ConfigurationProperties("marketplace.identity")
public record IdentityProperties(URI jwksUri, @DefaultValue("marketplace-gateway") String issuer,
        @DefaultValue("marketplace-services") String audience) {}
