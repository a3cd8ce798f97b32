package dev.personamarket.deployment.deployment;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Where a deployment stands. */
enum DeploymentStatus {
    /** Somebody asked for it. */
    REQUESTED,
    /** The bot is not on the server yet; somebody has to let it in. */
    AWAITING_INSTALL,
    /** The bot is there and gets its name. */
    ACTIVATING,
    /** It answers people. */
    ACTIVE,
    /** It is deployed, and lacks a permission to be what it should be; with it, it is active again. */
    DEGRADED,
    /** It came to nothing, for the reason that it has. */
    FAILED,
    /** Nobody let the bot in. */
    EXPIRED,
    /** The bot was taken off the server. */
    REMOVED,
    /** Ended by one of its owners. */
    UNDEPLOYED;

    /** Whether it has an agent, and counts. */
    boolean isDeployed() {
        return this == ACTIVE || this == DEGRADED;
    }

    /** Whether it is, or may still become, active: of such there is one per server and personality. */
    boolean isLive() {
        return switch (this) {
            case REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE, DEGRADED -> true;
            case FAILED, EXPIRED, REMOVED, UNDEPLOYED -> false;
        };
    }

    /** The name in JSON and in the database. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static DeploymentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
