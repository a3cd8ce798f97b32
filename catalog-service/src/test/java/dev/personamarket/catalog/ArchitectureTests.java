package dev.personamarket.catalog;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.ArchitectureRules;

class ArchitectureTests {

    @Test
    void featuresPointOneWayAndNothingWaits() {
        ArchitectureRules.check("dev.personamarket.catalog");
    }
}
