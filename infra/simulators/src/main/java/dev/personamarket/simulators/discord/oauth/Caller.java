package dev.personamarket.simulators.discord.oauth;

import java.time.Instant;

import dev.personamarket.simulators.discord.DiscordException;
import org.springframework.http.HttpStatus;

/** Who a call comes from; controllers take one as an argument, and anybody else gets 401. */
public sealed interface Caller {

    /** The application's bot, with {@code Authorization: Bot …}. */
    record Bot() implements Caller {}

    /** The application on a person's behalf, with {@code Authorization: Bearer …}. */
    record Bearer(Grant grant, Instant expiresAt) implements Caller {

        /** @throws DiscordException 50026 */
        public Bearer require(String scope) {
            if (!grant.scopes().contains(scope)) {
                throw DiscordException.of(HttpStatus.FORBIDDEN, 50026, "Missing required OAuth2 scope");
            }
            return this;
        }
    }
}
