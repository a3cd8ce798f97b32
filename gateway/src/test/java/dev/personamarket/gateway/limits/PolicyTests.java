package dev.personamarket.gateway.limits;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyTests {

    private static final LimitsSettings.Quota CHAT = new LimitsSettings.Quota(30, Duration.ofSeconds(60));

    @Test
    void isToldAsTheDraftSays() {
        var policy = Policy.of("chat", CHAT, 1);

        assertThat(policy.header()).isEqualTo("\"chat\";q=30;w=60");
        assertThat(new Verdict(true, 29, Duration.ofMillis(59_200)).header(policy)).isEqualTo("\"chat\";r=29;t=60");
    }

    @Test
    void aFactorMakesRoomForALoadTest() {
        assertThat(Policy.of("chat", CHAT, 100).quota()).isEqualTo(3_000);
        assertThat(Policy.of("chat", CHAT, 0.001).quota()).isEqualTo(1);
    }

    @Test
    void policiesAndQuotasDoNotShareABucket() {
        var key = Policy.of("chat", CHAT, 1).key("user:1");

        assertThat(key).isNotEqualTo(Policy.of("write", CHAT, 1).key("user:1"))
                .isNotEqualTo(Policy.of("chat", CHAT, 2).key("user:1"));
    }
}
