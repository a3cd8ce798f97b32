package dev.personamarket.gateway;

import org.junit.jupiter.api.Test;

import dev.personamarket.testing.ArchitectureRules;

class ArchitectureTests {

    @Test
    void theGatewayIsBuiltLikeEveryService() {
        ArchitectureRules.check("dev.personamarket.gateway");
    }
}
