package dev.personamarket.gateway.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is signed in.
 *
 * @param id   the pseudonym that all of the marketplace knows them by
 * @param name what Discord shows of them
 */
public record SignedIn(UUID id, String name, DiscordAccount discord, Instant since) {

    public SignedIn with(DiscordAccount account) {
        return new SignedIn(id, name, account, since);
    }
}
