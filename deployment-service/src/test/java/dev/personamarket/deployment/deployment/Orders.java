package dev.personamarket.deployment.deployment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.personamarket.deployment.discord.Permission;
import dev.personamarket.deployment.discord.ServerId;

/** Orders and what became of them, by state. */
final class Orders {

    static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");

    private Orders() {}

    static Order order() {
        return order("3000000000000000001", UuidCreator.getTimeOrderedEpoch(), UUID.randomUUID());
    }

    static Order order(String server, UUID personality, UUID owner) {
        return new Order(personality, 3, new ServerId(server), "Lighthouse", List.of("4000000000000000001"),
                UpdatePolicy.AUTO,
                owner);
    }

    static Deployment requested() {
        return Deployment.request(order(), NOON).deployment();
    }

    static Deployment awaitingInstall() {
        return requested().awaitInstall(NOON).deployment();
    }

    static Deployment activating() {
        return requested().beginActivating(NOON).deployment();
    }

    static Deployment active() {
        return activating().activate(4, NOON).deployment();
    }

    static Deployment degraded() {
        return active().found(EnumSet.of(Permission.SEND_MESSAGES), NOON).deployment();
    }

    static Deployment removed() {
        return active().remove(NOON).deployment();
    }

    static Deployment failed() {
        return activating().fail(EndReason.SERVER_GONE, NOON).deployment();
    }

    static Deployment undeployed() {
        return active().undeploy(NOON).deployment();
    }

    static Deployment expired() {
        return awaitingInstall().awaitInstall(NOON.plus(Deployment.INSTALL_WINDOW)).deployment();
    }
}
