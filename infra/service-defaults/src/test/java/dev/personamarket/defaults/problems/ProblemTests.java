package dev.personamarket.defaults.problems;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTests {

    @Test
    void handsOutTheFaultsThatItWasMadeOf() {
        var faults = List.of(new FieldFault("word", "must not be empty"), new FieldFault("tone", "is unknown"));

        assertThat(Problem.invalid(faults).faults()).isEqualTo(faults);
        assertThat(Problem.of(HttpStatus.CONFLICT, "taken", "Both are taken.").with(faults).faults())
                .isEqualTo(faults);
    }

    @Test
    void hasNoFaultsIfItIsNoMatterOfFields() {
        assertThat(Problem.of(HttpStatus.NOT_FOUND, "no-such-word", "No word has this id.").with("word", 1).faults())
                .isEmpty();
    }
}
