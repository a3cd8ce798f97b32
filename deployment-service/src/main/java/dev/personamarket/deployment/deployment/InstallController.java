package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/**
 * Where Discord sends a person back to who let the bot onto a server, or did not. What comes along is a hint and no more:
 * it makes us look, and leads to our own pages alone.
 */
@RestController
class InstallController {

    static final String PATH = "/api/discord/installed";

    private static final String DEPLOYMENTS = "/deployments";

    private final DeploymentDesk desk;

    InstallController(DeploymentDesk desk) {
        this.desk = desk;
    }

    /**
     * Sends the browser to the deployment's page.
     *
     * @param state the deployment's id, as the install link carried it
     * @param error what a person who says no comes back with
     */
    @GetMapping(PATH)
    Mono<ResponseEntity<Void>> installed(@RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String error) {
        return Mono.justOrEmpty(id(state)).flatMap(desk::returned)
                .map(deployment -> DEPLOYMENTS + "/" + deployment.id() + (error == null ? "" : "?install=denied"))
                .defaultIfEmpty(DEPLOYMENTS)
                .map(page -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build());
    }

    private static @Nullable DeploymentId id(@Nullable String state) {
        try {
            return state == null ? null : new DeploymentId(UUID.fromString(state));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
