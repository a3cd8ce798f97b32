package dev.personamarket.testing;

import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.jspecify.annotations.NullMarked;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** How the inside of every service is built; main classes only. */
public final class ArchitectureRules {

    private static final String MARKETPLACE = "dev.personamarket..";
    private static final List<String> SHARED = List.of("dev.personamarket.outbox..", "dev.personamarket.defaults..",
            "dev.personamarket.sealing..",
            "dev.personamarket.engines..");
    private static final String[] LAYERS = Stream.of("controller", "controllers", "service", "services", "dto", "util",
            "utils", "common").map(name -> ".." + name + "..").toArray(String[]::new);
    private static final List<String> INJECTIONS = List.of("org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value", "jakarta.inject.Inject",
            "jakarta.annotation.Resource");
    private static final List<String> WAITING = List.of("toIterable", "toStream");
    private static final List<String> PUBLISHERS = List.of("reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux");

    private ArchitectureRules() {}

    /**
     * Fails unless the service's features are free of cycles, nothing in it waits for a reactive result, nothing is
     * injected into a field, no other service is used, no package is named after a layer and every package is null
     * marked.
     *
     * @param basePackage of one service, such as {@code dev.personamarket.something}
     */
    public static void check(String basePackage) {
        check(basePackage, new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage));
    }

    /**
     * Fails when a shared jar speaks of the marketplace's domain anywhere in its main sources: it is mechanism only.
     *
     * @param modules folders below {@code infra}, such as {@code outbox}
     */
    public static void domainFree(String... modules) {
        for (var module : modules) {
            var places = DomainWords.in(MarketplaceRoot.resolve("infra", module, "src", "main"));
            if (!places.isEmpty()) {
                throw new AssertionError("infra/%s is shared and must not speak of the domain:\n%s".formatted(module,
                        String.join("\n", places)));
            }
        }
    }

    static void check(String basePackage, JavaClasses service) {
        if (service.isEmpty()) {
            throw new AssertionError("There is no class in " + basePackage);
        }
        Stream.of(featuresAreFreeOfCycles(basePackage), nothingWaits(), futuresAreNotWaitedFor(), noFieldInjection(),
                noOtherService(basePackage), noLayers(), everyPackageIsNullMarked())
                .forEach(rule -> rule.allowEmptyShould(true).check(service));
    }

    private static ArchRule featuresAreFreeOfCycles(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule nothingWaits() {
        return noClasses().should().accessTargetWhere(describe("it waits for a Mono or Flux",
                access -> isReactive(access)
                        && (access.getName().startsWith("block") || WAITING.contains(access.getName()))))
                .because("a thread that waits is lost to everybody else: return the Mono or Flux");
    }

    private static ArchRule futuresAreNotWaitedFor() {
        return noClasses().that(describe("turn a Mono into a future", ArchitectureRules::makesFutures)).should()
                .accessTargetWhere(describe("it waits for a future", access -> access.getTargetOwner()
                        .isAssignableTo(Future.class)
                        && List.of("get", "join").contains(access.getName())))
                .because("that is block() by another name");
    }

    private static ArchRule noFieldInjection() {
        return noFields().should().beAnnotatedWith(
                describe("an annotation that injects",
                        annotation -> INJECTIONS.contains(annotation.getRawType().getName())))
                .because("what a class needs is said by its constructor");
    }

    private static ArchRule noOtherService(String basePackage) {
        var allowed = Stream.concat(SHARED.stream(), Stream.of(basePackage + "..")).toArray(String[]::new);
        return noClasses().should()
                .dependOnClassesThat(resideInAPackage(MARKETPLACE).and(resideOutsideOfPackages(allowed)))
                .because("services meet in events and HTTP alone");
    }

    private static ArchRule noLayers() {
        return noClasses().should().resideInAnyPackage(LAYERS).because("a package is a feature");
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes().should(be(describe("in a package that is null marked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
                .because("null safety is checked in marked packages alone");
    }

    private static boolean makesFutures(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .anyMatch(access -> isReactive(access) && access.getName().equals("toFuture"));
    }

    private static boolean isReactive(JavaAccess<?> access) {
        return PUBLISHERS.stream().anyMatch(access.getTargetOwner()::isAssignableTo);
    }
}
