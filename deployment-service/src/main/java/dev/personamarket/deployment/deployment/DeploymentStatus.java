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
    /** It came to nothing, for the reason that it has. */
    FAILED,
    /** Nobody let the bot in. */
    EXPIRED,
    /** Ended by one of its owners. */
    UNDEPLOYED;

    /** Whether it is, or may still become, active: of such there is one per server and personality. */
    boolean isLive() {
        return switch (this) {
            case REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE -> true;
            case FAILED, EXPIRED, UNDEPLOYED -> false;
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
