package dev.personamarket.deployment.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;

import org.junit.jupiter.api.Test;

import dev.personamarket.deployment.discord.ServerId;
import dev.personamarket.deployment.discord.UserServer;

class ServerCardTests {

    @Test
    void anIconIsFoundAtDiscordsContentNetwork() {
        var server = new UserServer(new ServerId("80351110224678912"), "1337 Krew", "8342729096ea3675442027381ff50dfe",
                true, BigInteger.ZERO, 3268);

        var card = ServerCard.of(server, false, URI.create("https://cdn.discordapp.com"));

        assertThat(card.iconUrl()).isEqualTo("https://cdn.discordapp.com/icons/80351110224678912/"
                + "8342729096ea3675442027381ff50dfe.png?size=128");
        assertThat(card.memberCount()).isEqualTo(3268);
    }
}
