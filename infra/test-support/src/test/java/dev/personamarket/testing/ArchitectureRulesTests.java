package dev.personamarket.testing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArchitectureRulesTests {

    private static final String FIXTURES = "dev.personamarket.testing.architecture.";

    @Test
    void aSoundServiceKeepsEveryRule() {
        assertThatCode(() -> check("sound")).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"waiting, forOne(", "waiting, forOneOrNone(", "waiting, forTheFirst(", "waiting, forEach(",
            "waiting, later(", "futures, waited(", "fields, Fields.filled", "neighbour, sound.guests.Guests",
            "layered, controller.Layered", "cycle, Slice egg", "unmarked, unmarked.Unmarked"})
    void aBrokenRuleIsNamedWithItsPlace(String service, String place) {
        assertThatThrownBy(() -> check(service)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation").hasMessageContaining(place);
    }

    @Test
    void aPackageWithoutClassesIsAMistake() {
        assertThatThrownBy(() -> check("misspelt")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no class in");
    }

    @Test
    void onlyMainClassesAreLookedAt() {
        assertThatThrownBy(() -> ArchitectureRules.check(FIXTURES + "sound")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("There is no class in");
    }

    private static void check(String service) {
        ArchitectureRules.check(FIXTURES + service, new ClassFileImporter().importPackages(FIXTURES + service));
    }
}
