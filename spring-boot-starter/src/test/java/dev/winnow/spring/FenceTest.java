package dev.winnow.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Checks the dependencies of the starter. */
class FenceTest {

    @Test
    void starterDependsOnNeitherDroolsCliNorWebServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.drools..",
                        "org.kie..",
                        "dev.winnow.cli..",
                        "dev.winnow.console..",
                        "dev.winnow.commands..",
                        "dev.winnow.papers..",
                        "dev.winnow.past..",
                        "dev.winnow.workbench..",
                        "jakarta.servlet..")
                .because("an application brings its own, and the engine alone knows Drools")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("/test/"))
                        .importPackagesOf(WinnowAutoConfiguration.class));
    }
}
