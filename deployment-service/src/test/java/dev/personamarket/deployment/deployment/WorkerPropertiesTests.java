package dev.personamarket.deployment.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class WorkerPropertiesTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aLeaseOutlastsTheStepItIsFor() {
        assertThat(new WorkerProperties(1, SECOND, SECOND, SECOND.plusMillis(1), SECOND).workers()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkerProperties(1, SECOND, SECOND, SECOND, SECOND));
    }

    @Test
    void thereIsSomebodyToDoTheWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerProperties(0, SECOND, SECOND, SECOND.plusMillis(1), SECOND));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerProperties(1, SECOND, SECOND, SECOND.plusMillis(1), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkerProperties(1, Duration.ZERO, SECOND, SECOND.plusMillis(1), SECOND));
    }
}
