package dev.personamarket.catalog.live;

import java.util.UUID;

/**
 * How many servers a personality is active on, after that changed.
 *
 * @param version grows with every change of the count
 */
record DeploymentChange(UUID personalityId, int deployCount, long version) implements Change {

    static DeploymentChange of(PersonalityDeployed event) {
        return of(event.personalityId(), event.standing());
    }

    static DeploymentChange of(PersonalityUndeployed event) {
        return of(event.personalityId(), event.standing());
    }

    private static DeploymentChange of(UUID personalityId, DeploymentStanding standing) {
        return new DeploymentChange(personalityId, standing.active(), standing.version());
    }

    @Override
    public String event() {
        return "deployment";
    }
}
