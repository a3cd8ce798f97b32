package dev.personamarket.gateway.identity;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param signingKey      an EC P-256 private key as a JWK; without it one is made up at each start, which several gateways
 *                        side by side cannot do
 * @param pseudonymSecret base64 of at least 32 bytes; people are known by what it makes of their Discord id, so it never
 *                        changes, and losing it loses everybody's ratings
 * @param adminDiscordIds whose role {@code admin} it is; taken away here, it is gone with the next request
 */
@ConfigurationProperties("gateway.identity")
record IdentitySettings(@DefaultValue("") String signingKey, String pseudonymSecret,
        @DefaultValue Set<String> adminDiscordIds) {

    @Override
    public String toString() {
        return "IdentitySettings[secret]";
    }
}
