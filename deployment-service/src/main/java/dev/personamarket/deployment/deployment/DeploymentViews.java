package dev.personamarket.deployment.deployment;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.personamarket.deployment.persona.Persona;
import dev.personamarket.deployment.persona.Personas;
import dev.personamarket.deployment.persona.PromptHashes;
import dev.personamarket.deployment.persona.PromptHashes.Version;
import reactor.core.publisher.Mono;

/** Shows deployments to their owners. */
@Component
class DeploymentViews {

    private final PromptHashes hashes;
    private final Personas personas;
    private final InstallLink install;

    DeploymentViews(PromptHashes hashes, Personas personas, InstallLink install) {
        this.hashes = hashes;
        this.personas = personas;
        this.install = install;
    }

    Mono<DeploymentView> of(Deployment deployment) {
        return of(List.of(deployment)).map(List::getFirst);
    }

    /** In the same order. */
    Mono<List<DeploymentView>> of(List<Deployment> deployments) {
        return Mono.zip(hashes.of(deployments.stream().map(DeploymentViews::version).toList()),
                personas.of(deployments.stream().map(deployment -> deployment.order().personalityId()).toList()),
                (known, cast) -> deployments.stream().map(deployment -> view(deployment, known, cast)).toList());
    }

    private DeploymentView view(Deployment deployment, Map<Version, String> known, Map<UUID, Persona> cast) {
        var order = deployment.order();
        var persona = cast.get(order.personalityId());
        var trouble = deployment.trouble();
        return new DeploymentView(deployment.id().value(), order.personalityId(),
                persona == null ? "" : persona.name(), order.personalityVersion(), known.get(version(deployment)),
                order.serverId().value(), order.serverName(), order.channelIds(), order.updatePolicy(),
                deployment.status(), trouble == null ? departure(deployment, persona) : trouble.reason(),
                trouble == null ? Set.of() : trouble.missing(), installUrl(deployment), deployment.requestedAt(),
                deployment.updatedAt());
    }

    /** An agent stays when its personality leaves the marketplace, but has nothing more to say. */
    private static @Nullable EndReason departure(Deployment deployment, @Nullable Persona persona) {
        return deployment.status().isDeployed() && persona != null && persona.archived()
                ? EndReason.PERSONALITY_ARCHIVED
                : null;
    }

    private @Nullable URI installUrl(Deployment deployment) {
        return deployment.status() == DeploymentStatus.AWAITING_INSTALL ? install.to(deployment) : null;
    }

    private static Version version(Deployment deployment) {
        return new Version(deployment.order().personalityId(), deployment.order().personalityVersion());
    }
}
