package dev.personamarket.deployment.persona;

import java.util.UUID;

import reactor.core.publisher.Mono;

/** Who wants to know that a personality is another one than before. */
public interface PersonaFollower {

    /** In the transaction of the change. */
    Mono<Void> changed(UUID personalityId);
}
