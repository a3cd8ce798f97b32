package dev.personamarket.gateway.login;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import jakarta.validation.constraints.NotBlank;

/**
 * The Discord application that people sign in to.
 *
 * @param authorizeUrl the page where they agree
 * @param apiUrl       with its version and no slash at the end, like {@code https://discord.com/api/v10}
 */
@Validated
@ConfigurationProperties("gateway.discord")
record DiscordSettings(@NotBlank(message = "set DISCORD_CLIENT_ID") String clientId,
        @NotBlank(message = "set DISCORD_CLIENT_SECRET") String clientSecret, URI authorizeUrl, String apiUrl) {

    /** Scheme and host of the authorize page: the issuer, if Discord names one (RFC 9207). */
    String issuer() {
        return authorizeUrl.resolve("/").toString().replaceAll("/$", "");
    }

    @Override
    public String toString() {
        return "DiscordSettings[" + clientId + "]";
    }
}
