package dev.personamarket.preview.conversation;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionPropertiesTests {

    @Test
    void aLeaseOutlastsOneTimeThatComesLate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionProperties(Duration.ofHours(24),
                Duration.ofSeconds(5), Duration.ofSeconds(10), 3)).withMessageContaining("save-every");
    }
}
