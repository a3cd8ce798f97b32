package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.personamarket.defaults.identity.Caller;
import dev.personamarket.defaults.problems.Problem;
import dev.personamarket.deployment.discord.AccessToken;
import dev.personamarket.deployment.discord.DiscordProblems;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/api/marketplace", produces = MediaType.APPLICATION_JSON_VALUE)
class DeploymentsController {

    private static final UUID NEWEST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final DeploymentDesk desk;
    private final Deployments deployments;
    private final DeploymentViews views;

    DeploymentsController(DeploymentDesk desk, Deployments deployments, DeploymentViews views) {
        this.desk = desk;
        this.deployments = deployments;
        this.views = views;
    }

    /** Asks for a personality on a server; asked for again, it is the same deployment. */
    @PostMapping("/personalities/{id}/deploy")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<DeploymentView>> deploy(@PathVariable UUID id, @Valid @RequestBody DeployRequest request,
            Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = AccessToken.HEADER, required = false) @Nullable String token) {
        return Mono.justOrEmpty(AccessToken.of(token))
                .switchIfEmpty(Mono.error(DiscordProblems::signInNeeded))
                .flatMap(known -> desk.request(caller.id(), id, request, known))
                .flatMap(views::of)
                .map(view -> ResponseEntity.accepted()
                        .location(URI.create("/api/marketplace/deployments/" + view.id())).body(view));
    }

    /** One's own deployments, newest first. */
    @GetMapping("/deployments")
    Mono<DeploymentPage> ownDeployments(@RequestParam(defaultValue = "24") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID cursor, Caller caller) {
        return deployments.ownedBy(caller.id(), Objects.requireNonNullElse(cursor, NEWEST), limit + 1)
                .collectList().flatMap(views::of)
                .map(found -> DeploymentPage.of(found, limit));
    }

    /** How one of one's own deployments stands. */
    @GetMapping("/deployments/{id}")
    Mono<DeploymentView> deployment(@PathVariable UUID id, Caller caller) {
        return deployments.findOwn(new DeploymentId(id), caller.id()).flatMap(views::of)
                .switchIfEmpty(Mono.error(DeploymentsController::unknown));
    }

    /** Changes whether it follows later versions, and where it answers. */
    @PatchMapping("/deployments/{id}")
    Mono<DeploymentView> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest request, Caller caller) {
        return desk.change(new DeploymentId(id), caller.id(), request).flatMap(views::of)
                .switchIfEmpty(Mono.error(DeploymentsController::unknown));
    }

    /** Ends it. The personality is gone at once; the bot takes back its own name as soon as Discord lets it. */
    @DeleteMapping("/deployments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> undeploy(@PathVariable UUID id, Caller caller) {
        return desk.undeploy(new DeploymentId(id), caller.id())
                .switchIfEmpty(Mono.error(DeploymentsController::unknown)).then();
    }

    private static Problem unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "deployment-not-found", "You have no deployment with this id.");
    }
}
