package dev.personamarket.deployment.discord;

import reactor.core.publisher.Mono;

/** Who wants to hear that something may have changed on a server. */
public interface Lookout {

    /** What lives on the server, or waits to, is looked at soon; said again, it is still one look. */
    Mono<Void> lookAt(ServerId server);
}
