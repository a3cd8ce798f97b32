package dev.personamarket.defaults.listening;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SurveyTests {

    @Test
    void listeningBeginsWhereTheWindowDoes() {
        assertThat(Survey.from(List.of(7L, 0L), List.of(10L, 5L), 100)).containsExactly(7L, 0L);
    }

    @Test
    void whereNothingCameLatelyItBeginsAtTheEnd() {
        assertThat(Survey.from(List.of(-1L, -1L), List.of(10L, 0L), 100)).containsExactly(10L, 0L);
    }

    @Test
    void ofTooManyEachPartitionKeepsTheSameShare() {
        assertThat(Survey.from(List.of(0L, 400L, -1L), List.of(300L, 500L, 9L), 40)).containsExactly(270L, 490L, 9L);
    }

    @Test
    void whatComesWhileItIsAskedIsNotCounted() {
        assertThat(Survey.from(List.of(11L), List.of(10L), 100)).containsExactly(10L);
    }
}
