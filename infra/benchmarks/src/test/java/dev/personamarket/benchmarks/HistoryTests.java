package dev.personamarket.benchmarks;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.personamarket.benchmarks.History.Pair;
import dev.personamarket.benchmarks.History.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** A checker that finds nothing is worth something only if it finds what is there. */
class HistoryTests {

    private static final Pair ADA = new Pair("sherlock", "ada");
    private static final Pair SAM = new Pair("sherlock", "sam");
    private static final Pair MIA = new Pair("mentor", "mia");

    private final History history = new History();

    @BeforeEach
    void peopleRateAndOneTakesItBack() throws Exception {
        history.perform(ADA, 5, () -> {});
        history.perform(ADA, 3, () -> {});
        history.perform(SAM, 4, () -> {});
        history.perform(MIA, 2, () -> {});
        history.perform(MIA, History.NONE, () -> {});
    }

    @Test
    void findsNothingWhereTheLastActsAreStored() {
        assertThat(history.compare(Map.of(ADA, 3, SAM, 4))).isEqualTo(new Verdict(0, 0));
        assertThat(history.counts()).isEqualTo(Map.of("sherlock", 2L));
    }

    @Test
    void findsALostRating() {
        assertThat(history.compare(Map.of(ADA, 3))).isEqualTo(new Verdict(1, 0));
    }

    @Test
    void findsALostReplacement() {
        assertThat(history.compare(Map.of(ADA, 5, SAM, 4))).isEqualTo(new Verdict(1, 0));
    }

    @Test
    void findsALostWithdrawal() {
        assertThat(history.compare(Map.of(ADA, 3, SAM, 4, MIA, 2))).isEqualTo(new Verdict(0, 1));
    }

    @Test
    void findsARatingThatNobodyGave() {
        assertThat(history.compare(Map.of(ADA, 3, SAM, 4, new Pair("mentor", "noa"), 1))).isEqualTo(new Verdict(0, 1));
    }
}
