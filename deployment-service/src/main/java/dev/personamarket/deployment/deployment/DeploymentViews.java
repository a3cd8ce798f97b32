package dev.personamarket.deployment.deployment;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.personamarket.deployment.persona.PromptHashes;
import dev.personamarket.deployment.persona.PromptHashes.Version;
import reactor.core.publisher.Mono;

/** Shows deployments to their owners. */
@Component
class DeploymentViews {

    private final PromptHashes hashes;
    private final InstallLink install;

    DeploymentViews(PromptHashes hashes, InstallLink install) {
        this.hashes = hashes;
        this.install = install;
    }

    Mono<DeploymentView> of(Deployment deployment) {
        return of(List.of(deployment)).map(List::getFirst);
    }

    /** In the same order. */
    Mono<List<DeploymentView>> of(List<Deployment> deployments) {
        return hashes.of(deployments.stream().map(DeploymentViews::version).toList()).map(known -> deployments.stream()
                .map(deployment -> view(deployment, known)).toList());
    }

    private DeploymentView view(Deployment deployment, Map<Version, String> known) {
        return DeploymentView.of(deployment, known.get(version(deployment)), install);
    }

    private static Version version(Deployment deployment) {
        return new Version(deployment.order().personalityId(), deployment.order().personalityVersion());
    }
}
