package dev.personamarket.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.personamarket.simulators");

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("dev.personamarket.simulators.(*)..").should().beFreeOfCycles().check(classes);
        slices().matching("dev.personamarket.simulators.discord.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nothingHereKnowsTheMarketplace() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("dev.personamarket.outbox..", "dev.personamarket.defaults..",
                        "dev.personamarket.catalog..", "dev.personamarket.gateway..")
                .check(classes);
    }
}
