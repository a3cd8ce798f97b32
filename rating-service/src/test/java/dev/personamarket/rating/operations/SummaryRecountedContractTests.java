package dev.personamarket.rating.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.personamarket.rating.rating.Sums;
import dev.personamarket.testing.Contracts;

class SummaryRecountedContractTests {

    @Test
    void summaryRecounted() {
        Contracts.assertSameShape(SummaryRecounted.TYPE, new SummaryRecounted(UUID.randomUUID(),
                Sums.of(45, List.of(1, 1, 4, 9, 21), List.of(0, 0, 1, 4, 10)), Instant.now()));
    }
}
