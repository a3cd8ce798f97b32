package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.deployment.Orders.NOON;

import org.junit.jupiter.api.Test;

import dev.personamarket.deployment.deployment.Transition.Counted;
import dev.personamarket.deployment.deployment.Transition.Nothing;
import dev.personamarket.deployment.deployment.Transition.Told;
import dev.personamarket.outbox.OutgoingEvent;
import dev.personamarket.testing.Contracts;

class DeploymentEventContractTests {

    @Test
    void aRequestIsToldAsAgreed() {
        Contracts.assertSameShape("marketplace.DeploymentRequested.v1",
                event(Deployment.request(Orders.order(), NOON)));
    }

    @Test
    void anActivationIsToldAsAgreed() {
        Contracts.assertSameShape("marketplace.PersonalityDeployed.v1", event(Orders.activating().activate(4, NOON)));
    }

    @Test
    void aFailureIsToldAsAgreed() {
        for (var reason : EndReason.values()) {
            Contracts.assertSameShape("marketplace.DeploymentFailed.v1", event(Orders.activating().fail(reason, NOON)));
        }
    }

    @Test
    void anUpdateIsToldAsAgreed() {
        Contracts.assertSameShape("marketplace.DeploymentUpdated.v1", event(Orders.active().update(5, NOON)));
    }

    @Test
    void anEndIsToldAsAgreed() {
        Contracts.assertSameShape("marketplace.PersonalityUndeployed.v1", event(Orders.active().undeploy(NOON)));
    }

    private static OutgoingEvent event(Transition transition) {
        return switch (transition.news()) {
            case Told(var event) -> event;
            case Counted(_, var event) -> event.apply(new Standing(20, 11));
            case Nothing() -> throw new AssertionError("Nothing is told");
        };
    }
}
