package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVATING;
import static dev.personamarket.deployment.deployment.DeploymentStatus.ACTIVE;
import static dev.personamarket.deployment.deployment.DeploymentStatus.AWAITING_INSTALL;
import static dev.personamarket.deployment.deployment.DeploymentStatus.DEGRADED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.EXPIRED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.FAILED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.REMOVED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.REQUESTED;
import static dev.personamarket.deployment.deployment.DeploymentStatus.UNDEPLOYED;
import static dev.personamarket.deployment.deployment.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.personamarket.deployment.deployment.Transition.Counted;
import dev.personamarket.deployment.deployment.Transition.Nothing;
import dev.personamarket.deployment.deployment.Transition.Told;
import dev.personamarket.deployment.discord.DiscordFailure;
import dev.personamarket.deployment.discord.DiscordFailure.Kind;
import dev.personamarket.deployment.discord.Permission;

class DeploymentTests {

    private static final DiscordFailure DOWN = DiscordFailure.of(Kind.UNAVAILABLE, "down");

    @Test
    void aRequestIsTold() {
        var requested = Deployment.request(Orders.order(), NOON);

        assertThat(requested.deployment().status()).isEqualTo(REQUESTED);
        assertThat(requested.deployment().schedule()).isEqualTo(Schedule.at(NOON));
        assertThat(requested.news()).isInstanceOfSatisfying(Told.class, told -> assertThat(told.event())
                .isInstanceOfSatisfying(DeploymentRequested.class,
                        event -> assertThat(event.subject()).isEqualTo(requested.deployment().id().value())));
    }

    @Test
    void theVersionThatAnswersIsTheOneAtActivation() {
        var activated = Orders.activating().activate(4, NOON);

        assertThat(activated.deployment().order().personalityVersion()).isEqualTo(4);
        assertThat(activated.deployment().schedule()).isEqualTo(Schedule.at(NOON));
        assertThat(activated.news()).isInstanceOfSatisfying(Counted.class, counted -> {
            assertThat(counted.change()).isEqualTo(1);
            assertThat(counted.event().apply(new Standing(7, 2))).isInstanceOfSatisfying(PersonalityDeployed.class,
                    event -> {
                        assertThat(event.personalityVersion()).isEqualTo(4);
                        assertThat(event.standing()).isEqualTo(new Standing(7, 2));
                    });
        });
    }

    @Test
    void whoWaitsForTheBotLooksEveryTwoSecondsAtFirstAndMoreRarelyLater() {
        var waiting = Orders.awaitingInstall();

        assertThat(nextLook(waiting, Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(nextLook(waiting, Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(2));
        assertThat(nextLook(waiting, Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(12));
        assertThat(nextLook(waiting, Duration.ofMinutes(29))).isEqualTo(Duration.ofSeconds(30));
    }

    private static Duration nextLook(Deployment waiting, Duration age) {
        var now = NOON.plus(age);
        var due = waiting.awaitInstall(now).deployment().schedule().dueAt();
        assertThat(due).isNotNull();
        return Duration.between(now, due);
    }

    @Test
    void waitingOnIsNoNewsAndNoChangeThatAnybodySees() {
        var again = Orders.awaitingInstall().awaitInstall(NOON.plusSeconds(9));

        assertThat(again.news()).isInstanceOf(Nothing.class);
        assertThat(again.deployment().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void afterHalfAnHourNobodyIsWaitedFor() {
        var late = NOON.plus(Deployment.INSTALL_WINDOW);

        var expired = Orders.awaitingInstall().awaitInstall(late);

        assertThat(expired.deployment().status()).isEqualTo(EXPIRED);
        assertThat(reasonTold(expired)).isEqualTo(EndReason.INSTALL_EXPIRED);
        assertThat(Orders.awaitingInstall().postpone(DOWN, late).deployment().status()).isEqualTo(EXPIRED);
    }

    @Test
    void discordMayBeAwayForAWhile() {
        var held = Orders.activating().postpone(DOWN, NOON).deployment();

        assertThat(held.status()).isEqualTo(ACTIVATING);
        assertThat(held.schedule().attempts()).isEqualTo(1);
        assertThat(held.schedule().isDue(NOON)).isFalse();
    }

    @Test
    void discordMayNotBeAwayForever() {
        var held = heldUpTooOften(Orders.activating());

        var given = held.postpone(DOWN, NOON);

        assertThat(given.deployment().status()).isEqualTo(FAILED);
        assertThat(given.deployment().trouble()).isEqualTo(Trouble.of(EndReason.DISCORD_UNAVAILABLE));
        assertThat(reasonTold(given)).isEqualTo(EndReason.DISCORD_UNAVAILABLE);
    }

    @Test
    void whoWaitsForTheBotOutlastsDiscordsTroubles() {
        var held = heldUpTooOften(Orders.awaitingInstall());

        assertThat(held.postpone(DOWN, NOON).deployment().status()).isEqualTo(AWAITING_INSTALL);
    }

    @Test
    void tidyingIsGivenUpWithoutFurtherNews() {
        var given = heldUpTooOften(Orders.undeployed()).postpone(DOWN, NOON);

        assertThat(given.deployment().status()).isEqualTo(UNDEPLOYED);
        assertThat(given.deployment().schedule()).isEqualTo(Schedule.NOTHING);
        assertThat(given.news()).isInstanceOf(Nothing.class);
    }

    private static Deployment heldUpTooOften(Deployment deployment) {
        var held = deployment;
        while (!held.schedule().isExhausted()) {
            held = held.postpone(DOWN, NOON).deployment();
        }
        return held;
    }

    @Test
    void theCountSinksWithAnActiveDeploymentOnly() {
        assertThat(Orders.active().undeploy(NOON).news()).isInstanceOfSatisfying(Counted.class,
                counted -> assertThat(counted.change()).isEqualTo(-1));
        assertThat(reasonTold(Orders.awaitingInstall().undeploy(NOON))).isEqualTo(EndReason.UNDEPLOYED);
    }

    @Test
    void whoIsDeployedOutlastsDiscordsTroubles() {
        assertThat(heldUpTooOftenThough(Orders.active()).status()).isEqualTo(ACTIVE);
        assertThat(heldUpTooOftenThough(Orders.degraded()).status()).isEqualTo(DEGRADED);
    }

    private static Deployment heldUpTooOftenThough(Deployment deployment) {
        return heldUpTooOften(deployment).postpone(DOWN, NOON).deployment();
    }

    @Test
    void aPermissionThatIsTakenDegradesAndGivenBackHeals() {
        var later = NOON.plusSeconds(60);
        var degraded = Orders.active().found(EnumSet.of(Permission.VIEW_CHANNEL), later);

        assertThat(degraded.news()).isInstanceOf(Nothing.class);
        assertThat(degraded.deployment().status()).isEqualTo(DEGRADED);
        assertThat(degraded.deployment().updatedAt()).isEqualTo(later);
        assertThat(degraded.deployment().trouble())
                .isEqualTo(Trouble.lacking(EnumSet.of(Permission.VIEW_CHANNEL)));
        var healed = degraded.deployment().found(Set.of(), later).deployment();
        assertThat(healed.status()).isEqualTo(ACTIVE);
        assertThat(healed.trouble()).isNull();
    }

    @Test
    void whatIsFoundAsItWasIsNoChangeThatAnybodySees() {
        var again = Orders.degraded().found(EnumSet.of(Permission.SEND_MESSAGES), NOON.plusSeconds(60)).deployment();

        assertThat(again.updatedAt()).isEqualTo(NOON);
        assertThat(again.schedule()).isEqualTo(Schedule.looking(NOON.plusSeconds(60)));
    }

    @Test
    void onlyWhoFollowsIsEverBehind() {
        var active = Orders.active();
        var pinned = active.revise(UpdatePolicy.PINNED, List.of(), NOON).deployment();

        assertThat(active.isBehind(5)).isTrue();
        assertThat(active.isBehind(4)).isFalse();
        assertThat(pinned.isBehind(5)).isFalse();
        assertThat(pinned.revise(UpdatePolicy.AUTO, List.of(), NOON).deployment().isBehind(5)).isTrue();
    }

    @Test
    void aNewVersionIsToldAndCountsNothing() {
        var updated = Orders.degraded().update(5, NOON);

        assertThat(updated.deployment().status()).isEqualTo(DEGRADED);
        assertThat(updated.deployment().order().personalityVersion()).isEqualTo(5);
        assertThat(updated.news()).isInstanceOfSatisfying(Told.class, told -> assertThat(told.event())
                .isInstanceOfSatisfying(DeploymentUpdated.class, event -> {
                    assertThat(event.previousVersion()).isEqualTo(4);
                    assertThat(event.personalityVersion()).isEqualTo(5);
                }));
    }

    @Test
    void whereTheBotIsGoneTheCountSinks() {
        var removed = Orders.degraded().remove(NOON);

        assertThat(removed.deployment().trouble()).isEqualTo(Trouble.of(EndReason.BOT_REMOVED));
        assertThat(removed.deployment().schedule()).isEqualTo(Schedule.NOTHING);
        assertThat(removed.news()).isInstanceOfSatisfying(Counted.class,
                counted -> assertThat(counted.change()).isEqualTo(-1));
    }

    @Test
    void whereTheBotMayHaveGotItsNameItIsTakenBack() {
        assertThat(Orders.activating().fail(EndReason.SERVER_GONE, NOON).deployment().schedule().isDue(NOON)).isTrue();
        assertThat(Orders.activating().undeploy(NOON).deployment().schedule().isDue(NOON)).isTrue();
        assertThat(Orders.active().undeploy(NOON).deployment().schedule().isDue(NOON)).isTrue();
        assertThat(Orders.requested().fail(EndReason.SERVER_GONE, NOON).deployment().schedule())
                .isEqualTo(Schedule.NOTHING);
        assertThat(Orders.awaitingInstall().undeploy(NOON).deployment().schedule()).isEqualTo(Schedule.NOTHING);
    }

    @Test
    void everyChangeIsARevision() {
        var waiting = Orders.awaitingInstall();

        assertThat(waiting.revision()).isEqualTo(2);
        assertThat(Orders.active().revision()).isEqualTo(3);
        assertThat(Orders.failed().tidied().deployment().revision()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("whatMakesNoSense")
    void whatMakesNoSenseIsRefused(Function<Deployment, Transition> verb, DeploymentStatus from) {
        assertThatIllegalStateException().isThrownBy(() -> verb.apply(in(from))).withMessageContaining(from.code());
    }

    private static Stream<Arguments> whatMakesNoSense() {
        return Stream.of(
                refused("awaitInstall", deployment -> deployment.awaitInstall(NOON), ACTIVATING, ACTIVE, DEGRADED,
                        FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("beginActivating", deployment -> deployment.beginActivating(NOON), ACTIVATING, ACTIVE, DEGRADED,
                        FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("activate", deployment -> deployment.activate(1, NOON), REQUESTED, AWAITING_INSTALL, ACTIVE,
                        DEGRADED, FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("fail", deployment -> deployment.fail(EndReason.SERVER_GONE, NOON), ACTIVE, DEGRADED, FAILED,
                        EXPIRED, REMOVED,
                        UNDEPLOYED),
                refused("undeploy", deployment -> deployment.undeploy(NOON), FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("update", deployment -> deployment.update(5, NOON), REQUESTED, AWAITING_INSTALL, ACTIVATING,
                        FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("revise", deployment -> deployment.revise(UpdatePolicy.PINNED, List.of(), NOON), FAILED,
                        EXPIRED, REMOVED, UNDEPLOYED),
                refused("found", deployment -> deployment.found(Set.of(), NOON), REQUESTED, AWAITING_INSTALL,
                        ACTIVATING, FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("remove", deployment -> deployment.remove(NOON), REQUESTED, AWAITING_INSTALL, ACTIVATING,
                        FAILED, EXPIRED, REMOVED, UNDEPLOYED),
                refused("tidied", Deployment::tidied, REQUESTED, AWAITING_INSTALL, ACTIVATING, ACTIVE, DEGRADED,
                        EXPIRED, REMOVED))
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> refused(String name, Function<Deployment, Transition> verb,
            DeploymentStatus... from) {
        return Stream.of(from).map(status -> Arguments.of(Named.of(name, verb), status));
    }

    private static Deployment in(DeploymentStatus status) {
        return switch (status) {
            case REQUESTED -> Orders.requested();
            case AWAITING_INSTALL -> Orders.awaitingInstall();
            case ACTIVATING -> Orders.activating();
            case ACTIVE -> Orders.active();
            case DEGRADED -> Orders.degraded();
            case REMOVED -> Orders.removed();
            case FAILED -> Orders.failed();
            case EXPIRED -> Orders.expired();
            case UNDEPLOYED -> Orders.undeployed();
        };
    }

    private static EndReason reasonTold(Transition transition) {
        assertThat(transition.news()).isInstanceOf(Told.class);
        var event = ((Told) transition.news()).event();
        assertThat(event).isInstanceOf(DeploymentFailed.class);
        return ((DeploymentFailed) event).reason();
    }
}
