package dev.personamarket.deployment.discord;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.NotBlank;

/**
 * Where Discord is and who we are to it.
 *
 * @param apiUrl          with the version: {@code https://discord.com/api/v10}
 * @param authorizeUrl    where a user lets the bot onto a server
 * @param cdnUrl          where icons are
 * @param applicationId   the application's id, which is its OAuth2 client id too
 * @param botToken        of the application's bot
 * @param publicKey       64 hexadecimal digits that verify what Discord sends; without it all of that is refused
 * @param contact         our address, which Discord wants in the {@code User-Agent}
 * @param connectTimeout  until a connection stands
 * @param responseTimeout from a request's first byte to its answer's last
 * @param patience        how long a call may wait for its turn under Discord's rate limits before it gives up
 * @param deadline        for all of it, waiting and asking again included; below what the gateway gives a request
 */
@Validated
@ConfigurationProperties("marketplace.discord")
public record DiscordProperties(URI apiUrl, URI authorizeUrl, URI cdnUrl, @NotBlank String applicationId,
        @NotBlank String botToken, @DefaultValue("") String publicKey, URI contact,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration responseTimeout, @DefaultValue("5s") Duration patience,
        @DefaultValue("8s") Duration deadline) {

    String userAgent() {
        return "DiscordBot (%s, 1.0)".formatted(contact);
    }

    @Override
    public String toString() {
        return "DiscordProperties[apiUrl=%s, applicationId=%s]".formatted(apiUrl, applicationId);
    }
}
