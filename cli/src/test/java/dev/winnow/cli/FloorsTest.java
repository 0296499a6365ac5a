package dev.winnow.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.winnow.console.Run;
import dev.winnow.model.source.Internal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The architecture: each layer uses only the layers below it. */
class FloorsTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes"))
            .withImportOption(location -> !location.contains("/bench/"))
            .importPackages("dev.winnow");

    private static final Set<String> API = Set.copyOf(lines("public-types.txt"));

    private static final String[] DROOLS = {"org.drools..", "org.kie.."};

    /** Every package, module by module, each before those that may use it. */
    private static final List<String> ROOMS = rooms();

    private static final Set<String> LIBRARIES =
            Set.of("model", "tables", "language", "engine", "analysis", "report", "records", "web");

    /** The modules of the core, with the modules that each may use. */
    private static final Map<String, Set<String>> MODULES = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("tables", Set.of("model")),
            Map.entry("language", Set.of("model")),
            Map.entry("engine", Set.of("model", "language")),
            Map.entry("drools", Set.of("model", "language", "engine")),
            Map.entry("workbench", Set.of("model", "language", "engine")),
            Map.entry("analysis", Set.of("model", "tables", "language", "engine")),
            Map.entry("report", Set.of("model", "tables", "language", "engine", "analysis")),
            Map.entry("records", Set.of("model", "language", "engine", "analysis", "report")),
            Map.entry("web", Set.of("model", "tables", "language", "engine", "analysis", "report")),
            Map.entry("console", LIBRARIES),
            Map.entry("serve", and(LIBRARIES, "workbench", "console")),
            Map.entry("commands", and(LIBRARIES, "workbench", "serve", "console")),
            Map.entry("cli", and(LIBRARIES, "console", "commands")));

    /** The modules that a feature may use: no core module uses a feature, and no feature another one. */
    private static final Set<String> BENEATH_FEATURES = and(LIBRARIES, "workbench", "console");

    private static final int MOST_FILES = 40;

    private static final int MOST_TYPES = 80;

    @Test
    void packagesEqualTheList() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
                .as("rooms.txt lists the packages in their order: a new one takes its place there")
                .containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    @Test
    void eachPackageUsesOnlyEarlierOnes() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass from : HOUSE) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith("dev.winnow")
                        && !mayUse(from.getPackageName(), to.getPackageName())) {
                    wrong.add(from.getName() + " uses " + to.getName());
                }
            }
        }
        assertThat(wrong)
                .as("a change of one package must not shake those before it; rooms.txt has the order")
                .isEmpty();
    }

    private static boolean mayUse(String from, String to) {
        String above = module(from);
        String beneath = module(to);
        return above.equals(beneath)
                ? ROOMS.indexOf(to) <= ROOMS.indexOf(from)
                : MODULES.getOrDefault(above, BENEATH_FEATURES).contains(beneath);
    }

    private static Set<String> and(Set<String> modules, String... more) {
        return Stream.concat(modules.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the packages of the core and of each feature on the class path, which lists its own. */
    private static List<String> rooms() {
        List<String> all = new ArrayList<>(lines("rooms.txt"));
        Set<String> there = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(Run.HOME.resolve("features"))) {
            for (Path feature : lists) {
                Path list = feature.resolve("rooms.txt");
                List<String> rooms = Files.exists(list) ? named(Files.readString(list)) : List.of();
                if (rooms.stream().anyMatch(there::contains)) {
                    all.addAll(rooms);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String module(String room) {
        return room.split("\\.")[2];
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.winnow.(**)")
                .should()
                .beFreeOfCycles()
                .because("who is sent to a package must not have to read another to understand it, and back")
                .check(HOUSE);
    }

    @Test
    void packagesAreSmallEnoughToSurvey() {
        Map<String, Set<String>> files = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            if (!isTemplate(type)) {
                files.computeIfAbsent(type.getPackageName(), room -> new TreeSet<>())
                        .add(type.getName().replaceAll("\\$.*", ""));
            }
        }
        assertThat(files.values()).allSatisfy(names -> assertThat(names).hasSizeLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void onlyTheReferenceEvaluatorUsesDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.winnow.drools..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DROOLS)
                .because("embedders need none of Drools unless they add the module")
                .check(HOUSE);
    }

    @Test
    void onlyTheRecordStoreUsesDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.winnow.records.internal.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql..", "java.sql..", "javax.sql..")
                .because("whoever records nothing must not wait for the classes of databases")
                .check(HOUSE);
    }

    @Test
    void noPublicSignatureContainsDroolsTypes() {
        List<String> leaks = new ArrayList<>();
        for (JavaClass type : HOUSE) {
            if (!API.contains(type.getName())) {
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
                                    .flatMap(unit -> Stream.concat(
                                            Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())))
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
                .that(resideOutsideOfPackages("dev.winnow.cli..", "dev.winnow.console..", "dev.winnow.commands.."))
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
    void noCodeAsksForAFileStore() {
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
    void theModelNeedsNoFrameworkExceptItsReader() {
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
    void embedderTypesExist() {
        assertThat(HOUSE.stream().filter(FloorsTest::isSeen).map(JavaClass::getName))
                .as("public-types.txt lists what embedders may use: taking a type away breaks them")
                .containsAll(API);
    }

    @Test
    void embedderTypesExposeNoOtherTypes() {
        Set<String> leaks = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            if (!API.contains(type.getName())) {
                continue;
            }
            above(type).filter(FloorsTest::isHidden).forEach(one -> leaks.add(type.getName() + " extends " + one));
            Stream<JavaMember> members = Stream.concat(
                    type.getFields().stream().map(JavaMember.class::cast),
                    type.getCodeUnits().stream().map(JavaMember.class::cast));
            members.filter(member -> isOpen(member.getModifiers()) && !member.isAnnotatedWith(Internal.class))
                    .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .forEach(member -> shown(member)
                            .filter(FloorsTest::isHidden)
                            .forEach(one -> leaks.add(member.getFullName() + " shows " + one.getName())));
        }
        assertThat(leaks)
                .as("a public type that is not in public-types.txt is for winnow's own packages; a member that shows"
                        + " one is @Internal")
                .isEmpty();
    }

    @Test
    void embeddersNeedFewTypes() {
        assertThat(API.stream().filter(type -> !type.contains("$")))
                .as("each type in public-types.txt is a promise to embedders")
                .hasSizeLessThanOrEqualTo(MOST_TYPES);
    }

    private static boolean isHidden(JavaClass type) {
        return type.getPackageName().startsWith("dev.winnow") && !API.contains(type.getName());
    }

    /** Returns the types that a type extends or implements, with their type arguments. */
    private static Stream<JavaClass> above(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .flatMap(FloorsTest::involved);
    }

    /** Returns the types in the signature of a member, with their type arguments. */
    private static Stream<JavaClass> shown(JavaMember member) {
        return member instanceof JavaField field
                ? involved(field.getType())
                : Stream.concat(
                                Stream.of(((JavaCodeUnit) member).getReturnType()),
                                ((JavaCodeUnit) member).getParameterTypes().stream())
                        .flatMap(FloorsTest::involved);
    }

    private static Stream<JavaClass> involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private static boolean isSeen(JavaClass type) {
        return isPublic(type.getModifiers())
                && type.getEnclosingClass()
                        .map(outer -> isPublic(outer.getModifiers()))
                        .orElse(true);
    }

    private static List<String> lines(String file) {
        try (InputStream list = Objects.requireNonNull(FloorsTest.class.getResourceAsStream(file), file)) {
            return named(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> named(String list) {
        return list.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Whether a type is generated from a template; the template engine finds it by name. */
    private static boolean isTemplate(JavaClass type) {
        return type.getSimpleName().matches("Jte[a-z]+Generated");
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return isPublic(modifiers) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
