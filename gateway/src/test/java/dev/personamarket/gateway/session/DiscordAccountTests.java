package dev.personamarket.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class DiscordAccountTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ID = "2000000000000000002";

    @Test
    void aTokenIsRenewedBeforeItRunsOutOnTheWay() {
        assertThat(account(Duration.ofSeconds(61)).expired(NOW)).isFalse();
        assertThat(account(Duration.ofSeconds(59)).expired(NOW)).isTrue();
    }

    @Test
    void neverGetsIntoALog() {
        var person = new SignedIn(UUID.randomUUID(), "Ada", account(Duration.ofDays(7)), NOW);

        assertThat(person.toString()).doesNotContain("access", "refresh", ID);
    }

    @Test
    void isReadAsItWasWritten() {
        var json = new JsonMapper();
        var person = new SignedIn(UUID.randomUUID(), "Ada", account(Duration.ofDays(7)), NOW);

        assertThat(json.readValue(json.writeValueAsString(person), SignedIn.class)).isEqualTo(person);
    }

    @Test
    void aPictureIsForItsOwner() {
        assertThat(account(Duration.ZERO).avatarUrl())
                .contains("https://cdn.discordapp.com/avatars/" + ID + "/hash.webp?size=128");
        assertThat(new DiscordAccount(ID, null, "access", null, Set.of(), NOW).avatarUrl()).isEmpty();
    }

    private static DiscordAccount account(Duration left) {
        return new DiscordAccount(ID, "hash", "access", "refresh", Set.of("identify", "guilds"), NOW.plus(left));
    }
}
