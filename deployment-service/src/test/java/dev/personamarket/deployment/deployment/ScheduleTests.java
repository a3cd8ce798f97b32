package dev.personamarket.deployment.deployment;

import static dev.personamarket.deployment.deployment.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class ScheduleTests {

    @Test
    void eachFailureInARowIsFollowedByALongerPause() {
        var pauses = Stream.iterate(Schedule.at(NOON), schedule -> schedule.afterFailure(NOON, Duration.ZERO)).skip(1)
                .limit(8).map(schedule -> Duration.between(NOON, schedule.dueAt()).toSeconds());

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void discordIsNotAskedBeforeItWantsToBe() {
        assertThat(Schedule.at(NOON).afterFailure(NOON, Duration.ofSeconds(90)).dueAt())
                .isEqualTo(NOON.plusSeconds(90));
    }

    @Test
    void whatIsPlannedForLaterOrNeverIsNotDue() {
        assertThat(Schedule.at(NOON).isDue(NOON)).isTrue();
        assertThat(Schedule.at(NOON.plusMillis(1)).isDue(NOON)).isFalse();
        assertThat(Schedule.NOTHING.isDue(NOON)).isFalse();
    }
}
