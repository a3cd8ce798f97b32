package dev.personamarket.testing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedJarsTests {

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "sealing", "service-defaults", "engines"})
    void aSharedJarIsMechanismOnly(String module) {
        ArchitectureRules.domainFree(module);
    }
}
