package dev.personamarket.simulators.discord;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated Discord behaves.
 *
 * @param interactionsEndpointUrl where interactions go until the application sets another one
 * @param eventWebhooksUrl where events go; absent for nowhere
 * @param redirectUris allowed besides any on localhost
 * @param strictUserAgent demand {@code DiscordBot (…)} of OAuth2 and user calls too, not of bot calls alone
 * @param requestsPerSecond of one bot token over all routes; interaction endpoints do not count
 * @param avatarChanges of the bot in one guild within ten minutes
 * @param limits first match wins; what no rule meets is bounded by {@code requestsPerSecond} alone
 */
@ConfigurationProperties("simulator.discord")
public record DiscordSettings(@Nullable URI interactionsEndpointUrl, @Nullable URI eventWebhooksUrl,
        @DefaultValue List<URI> redirectUris,
        @DefaultValue("false") boolean strictUserAgent, @DefaultValue("50") int requestsPerSecond,
        @DefaultValue List<Limit> limits, @DefaultValue("10") int avatarChanges) {

    /** At most {@code requests} in each window of {@code per}, for one token and one top-level resource. */
    public record Limit(String method, String path, int requests, Duration per) {}
}
