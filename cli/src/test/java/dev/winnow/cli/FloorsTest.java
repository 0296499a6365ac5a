package dev.winnow.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house: each floor uses only what lies beneath it. */
class FloorsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.winnow");

    private static final String[] DROOLS = {"org.drools..", "org.kie.."};

    @Test
    void eachFloorUsesOnlyWhatLiesBeneath() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.winnow..")
                .layer("cli")
                .definedBy("dev.winnow.cli..")
                .layer("report")
                .definedBy("dev.winnow.report..")
                .layer("analysis")
                .definedBy("dev.winnow.analysis..")
                .layer("engine")
                .definedBy("dev.winnow.engine..")
                .layer("tables")
                .definedBy("dev.winnow.tables..")
                .layer("model")
                .definedBy("dev.winnow.model..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("analysis", "report", "cli")
                .whereLayer("tables")
                .mayOnlyBeAccessedByLayers("report", "cli")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("tables", "engine", "analysis", "report", "cli")
                .because("a change on one floor must not shake those beneath")
                .check(HOUSE);
    }

    @Test
    void onlyTheEngineKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.winnow.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DROOLS)
                .because("the rule engine can be exchanged as long as nobody else has met it")
                .check(HOUSE);
    }

    @Test
    void noDroolsTypeIsInAPublicSignature() {
        List<String> leaks = new ArrayList<>();
        for (JavaClass type : HOUSE) {
            if (!isPublic(type.getModifiers())
                    || !resideInAnyPackage("dev.winnow.engine..").test(type)) {
                continue;
            }
            Stream<JavaClass> shown = Stream.of(
                            type.getAllRawSuperclasses().stream(),
                            type.getAllRawInterfaces().stream(),
                            type.getFields().stream()
                                    .filter(field -> isOpen(field.getModifiers()))
                                    .map(JavaField::getRawType),
                            type.getCodeUnits().stream()
                                    .filter(unit -> isOpen(unit.getModifiers()))
                                    .flatMap(FloorsTest::types))
                    .flatMap(types -> types);
            shown.filter(resideInAnyPackage(DROOLS))
                    .map(leak -> type.getName() + " shows " + leak.getName())
                    .forEach(leaks::add);
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(resideOutsideOfPackages("dev.winnow.cli.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("an application that embeds winnow owns its output")
                .check(HOUSE);
    }

    @Test
    void nobodyAsksForAFileStore() {
        noClasses()
                .should()
                .callMethod(Files.class, "getFileStore", Path.class)
                .orShould()
                .callMethod(FileSystem.class, "getFileStores")
                .because("Java finds none in a chroot whose root is no mount point; a file's attribute view tells the"
                        + " same")
                .check(HOUSE);
    }

    @Test
    void theModelNeedsNoFrameworkButItsReader() {
        noClasses()
                .that()
                .resideInAPackage("dev.winnow.model..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "dev.winnow.model..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..",
                        "org.yaml.snakeyaml..",
                        "org.snakeyaml.."))
                .because("records are plain Java")
                .check(HOUSE);
    }

    @Test
    void thePublicTypesAreTheseAndNoOthers() throws IOException {
        List<String> types = HOUSE.stream()
                .filter(type -> isPublic(type.getModifiers()))
                .filter(type -> type.getEnclosingClass()
                        .map(outer -> isPublic(outer.getModifiers()))
                        .orElse(true))
                .filter(resideInAnyPackage(
                        "dev.winnow.model..",
                        "dev.winnow.tables..",
                        "dev.winnow.engine..",
                        "dev.winnow.analysis..",
                        "dev.winnow.report.."))
                .filter(type -> !isTemplate(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        try (InputStream list = Objects.requireNonNull(FloorsTest.class.getResourceAsStream("public-types.txt"))) {
            assertThat(types)
                    .as("a new public type is a decision: public-types.txt changes with it")
                    .containsExactlyElementsOf(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList());
        }
    }

    /** What the build makes of a template, which its engine looks for by name. */
    private static boolean isTemplate(JavaClass type) {
        return type.getSimpleName().matches("Jte[a-z]+Generated");
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return isPublic(modifiers) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
