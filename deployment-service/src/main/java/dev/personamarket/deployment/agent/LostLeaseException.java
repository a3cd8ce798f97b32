package dev.personamarket.deployment.agent;

import java.util.UUID;

/** Another hand has taken over meanwhile. */
final class LostLeaseException extends RuntimeException {

    LostLeaseException(UUID turn) {
        super("The lease of turn %s is lost".formatted(turn));
    }
}
