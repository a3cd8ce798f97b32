package dev.personamarket.deployment.deployment;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Some of one's deployments, newest first.
 *
 * @param nextCursor where to go on; absent on the last page
 */
record DeploymentPage(List<DeploymentView> items, @Nullable UUID nextCursor) {

    /** Of one more than fits, where there are that many. */
    static DeploymentPage of(List<DeploymentView> found, int limit) {
        var items = found.subList(0, Math.min(limit, found.size()));
        return new DeploymentPage(items, found.size() > limit ? items.getLast().id() : null);
    }
}
