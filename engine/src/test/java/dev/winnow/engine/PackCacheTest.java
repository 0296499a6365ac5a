package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.model.Universe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whatever becomes of the cache, screening gives what it gives without one, and runs nothing but rules. */
class PackCacheTest {

    private static final Universe UNIVERSE = Universe.read(Path.of("..", "seeds", "illustrative"));

    private static final java.util.regex.Pattern JAVA_VERSION =
            java.util.regex.Pattern.compile("JAVA_VERSION=\"(\\d+)");

    @TempDir
    private static Path shared;

    private static Path bakery;
    private static String expected;
    /** What is in a cache once the bakery was screened with. */
    private static Path filled;

    @TempDir
    private Path temporary;

    private Path folder;
    private PackCache cache;

    @BeforeAll
    static void screenOnce() {
        bakery = Bakery.in(shared).folder();
        filled = shared.resolve("filled");
        expected = CacheRun.said(RulePack.load(bakery), UNIVERSE);
        assertThat(CacheRun.said(RulePack.load(bakery, PackCache.in(filled)), UNIVERSE))
                .isEqualTo(expected);
    }

    @BeforeEach
    void copyOfTheFilledCache() throws IOException {
        folder = temporary.resolve("cache");
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path entry : list(filled)) {
            Files.copy(entry, folder.resolve(entry.getFileName()));
            Files.setLastModifiedTime(
                    folder.resolve(entry.getFileName()),
                    FileTime.from(Instant.now().minusSeconds(60)));
        }
        cache = PackCache.in(folder);
    }

    private String screened() {
        return screened(bakery);
    }

    private String screened(Path pack) {
        return CacheRun.said(RulePack.load(pack, cache), UNIVERSE);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        for (Path file : list(folder)) {
            contents.put(file, Files.readAllBytes(file));
        }
        return contents;
    }

    /** The entries that were written since they were put there. */
    private List<Path> written() throws IOException {
        List<Path> written = new ArrayList<>();
        for (Path file : list(folder)) {
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isAfter(Instant.now().minusSeconds(50))) {
                written.add(file);
            }
        }
        return written;
    }

    @Test
    void whatIsKeptIsNotCompiledAgain() throws IOException {
        // Four criteria, the conditions, and that the pack was found good.
        assertThat(list(folder)).hasSize(6);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).isEmpty();
    }

    @Test
    void whoEditsOneCriterionCompilesThatOneAndTheConditions() throws IOException {
        Bakery edited = Bakery.in(temporary).edit("chain.drl", "held == false", "held == true");
        String other = CacheRun.said(edited.draft(), UNIVERSE);

        assertThat(screenedDraft(edited)).isEqualTo(other).isNotEqualTo(expected);
        assertThat(written()).hasSize(3); // and that the pack is good
        assertThat(list(folder)).hasSize(9);
    }

    private String screenedDraft(Bakery edited) {
        return CacheRun.said(RulePack.draft(edited.folder(), cache), UNIVERSE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 60, 90, 200, 5_000})
    void aTruncatedEntryIsMadeAnew(int length) throws IOException {
        damaged(bytes -> java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length - 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 24, 60, 100, 4_000})
    void anEntryWithAnotherByteIsMadeAnew(int at) throws IOException {
        damaged(bytes -> {
            byte[] other = bytes.clone();
            other[at % other.length] ^= 1;
            return other;
        });
    }

    @Test
    void anEntryWithMoreBehindItIsMadeAnew() throws IOException {
        damaged(bytes -> java.util.Arrays.copyOf(bytes, bytes.length + 1));
    }

    private void damaged(UnaryOperator<byte[]> damage) throws IOException {
        Map<Path, byte[]> before = contents();
        for (Map.Entry<Path, byte[]> entry : before.entrySet()) {
            replace(entry.getKey(), damage.apply(entry.getValue()));
        }
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(before.size());
        // Made anew, and good.
        FileTime early = FileTime.from(Instant.now().minusSeconds(60));
        for (Path file : list(folder)) {
            Files.setLastModifiedTime(file, early);
        }
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).isEmpty();
        assertThat(contents().keySet()).isEqualTo(before.keySet());
    }

    /** Puts other bytes into a file, as long ago as before. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void anEntryInThePlaceOfAnotherIsMadeAnew() throws IOException {
        List<Path> files = list(folder);
        byte[] first = Files.readAllBytes(files.get(0));
        for (int i = 0; i + 1 < files.size(); i++) {
            replace(files.get(i), Files.readAllBytes(files.get(i + 1)));
        }
        replace(files.get(files.size() - 1), first);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(files.size());
        for (Path file : files) {
            assertThat(cache.find(key(file))).isNotNull();
        }
    }

    @Test
    void anEntryThatIsALinkAFolderOrAPipeIsNone() throws Exception {
        List<Path> files = list(folder);
        Files.move(files.get(0), temporary.resolve("elsewhere"));
        Files.createSymbolicLink(files.get(0), temporary.resolve("elsewhere"));
        Files.delete(files.get(1));
        Files.createDirectory(files.get(1));
        Files.delete(files.get(2));
        assumeTrue(new ProcessBuilder("mkfifo", files.get(2).toString()).start().waitFor() == 0);

        assertThat(screened()).isEqualTo(expected);
        assertThat(Files.isRegularFile(files.get(2))).isTrue();
    }

    /** What somebody who knows the form, and so can write the digest too, puts in an entry's place. */
    private void forge(UnaryOperator<CompiledRules> forgery) throws IOException {
        for (Path file : list(folder)) {
            Digest key = key(file);
            CompiledRules rules = CompiledRulesFile.read(key, Files.readAllBytes(file));
            assertThat(rules).isNotNull();
            if (rules.models().isEmpty()) {
                continue;
            }
            byte[] forged = CompiledRulesFile.write(key, forgery.apply(rules));
            replace(file, forged);
            assertThat(CompiledRulesFile.read(key, forged)).isNotNull();
        }
    }

    private static Digest key(Path file) {
        return Digest.parse(String.valueOf(file.getFileName()).substring(0, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev/winnow/engine/Mark", "java/lang/Runtime", "java/lang/System"})
    void foreignCodeInAForgedEntryIsNeverRun(String owner) throws IOException {
        Path marker = temporary.resolve("marks").resolve("marker");
        Files.createDirectories(marker.getParent());
        System.setProperty("winnow.marker", marker.toString());
        try {
            forge(rules -> {
                Map<String, byte[]> classes = new HashMap<>(rules.classes());
                String model = rules.models().get(0).replace('.', '/');
                classes.put(model + ".class", calling(model, owner));
                return new CompiledRules(rules.models(), classes);
            });
            assertThat(screened()).isEqualTo(expected);
        } finally {
            System.clearProperty("winnow.marker");
        }
        assertThat(list(marker.getParent())).isEmpty();
        assertThat(written()).hasSize(5);
    }

    /** A class that calls something as soon as it is set up. */
    private static byte[] calling(String name, String owner) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor setUp = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        setUp.visitCode();
        switch (owner) {
            case "java/lang/Runtime" -> {
                setUp.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "getRuntime", "()Ljava/lang/Runtime;", false);
                setUp.visitInsn(Opcodes.ICONST_0);
                setUp.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "halt", "(I)V", false);
            }
            case "java/lang/System" -> {
                setUp.visitInsn(Opcodes.ICONST_0);
                setUp.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "exit", "(I)V", false);
            }
            default -> {
                setUp.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "now", "()Z", false);
                setUp.visitInsn(Opcodes.POP);
            }
        }
        setUp.visitInsn(Opcodes.RETURN);
        setUp.visitMaxs(0, 0);
        setUp.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void aForgedEntryNamesNoModelButItsOwn() throws IOException {
        forge(rules -> new CompiledRules(List.of(Mark.class.getName()), rules.classes()));
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(5);
    }

    @Test
    void aForgedEntryWithoutItsRulesIsMadeAnew() throws IOException {
        forge(rules -> new CompiledRules(List.of(), rules.classes()));
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(5);
    }

    @Test
    void aForgedEntryOfClassesThatJavaRefusesIsMadeAnew() throws IOException {
        forge(rules -> {
            Map<String, byte[]> classes = new HashMap<>(rules.classes());
            String model = rules.models().get(0).replace('.', '/');
            ClassWriter writer = new ClassWriter(0);
            writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, model, null, "java/lang/Object", null);
            MethodVisitor make = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
            make.visitCode();
            make.visitInsn(Opcodes.POP);
            make.visitInsn(Opcodes.RETURN);
            make.visitMaxs(1, 1);
            make.visitEnd();
            writer.visitEnd();
            classes.put(model + ".class", writer.toByteArray());
            return new CompiledRules(rules.models(), classes);
        });
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(5);
    }

    @Test
    void aRefusedPackIsNotKept() {
        Bakery broken = Bakery.in(temporary).edit("chain.drl", "held == false", "held == System.exit(1)");
        for (int i = 0; i < 2; i++) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                            PackException.class, () -> RulePack.draft(broken.folder(), cache)))
                    .isNotNull();
        }
        assertThat(cache.holding().entries()).isEqualTo(6);
    }

    // --- Places ---

    @ParameterizedTest
    @ValueSource(strings = {"/proc/winnow", "/dev/null/winnow", "/dev/full"})
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatCannotBeWrittenIsDoneWithout(String place) throws IOException {
        cache = PackCache.in(Path.of(place));
        assertThat(screened()).isEqualTo(expected);
        assertThat(cache.holding().entries()).isZero();
        assertThat(cache.clear().entries()).isZero();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        forge(rules -> new CompiledRules(List.of(), Map.of()));
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).as("not even mended").isEmpty();
        assertThat(cache.find(key(list(folder).get(0)))).isNull();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFolderIsMadeForItsOwnerAlone() throws IOException {
        cache = PackCache.in(temporary.resolve("new").resolve("winnow"));
        screened();
        assertThat(cache.holding().entries()).isEqualTo(6);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("new/winnow"))))
                .isEqualTo("rwx------");
    }

    // --- Room ---

    @Test
    void whatWasUsedLeastLatelyMakesRoom() throws IOException {
        long size = Files.size(list(folder).get(0));
        cache = PackCache.in(temporary.resolve("small"), 3 * 1_100);
        CompiledRules kilobyte = new CompiledRules(List.of(), Map.of("a", new byte[900]));
        assertThat(size).isPositive();
        for (int i = 0; i < 5; i++) {
            cache.keep(Digest.of("key " + i), kilobyte);
            Files.setLastModifiedTime(
                    temporary.resolve("small").resolve(Digest.of("key " + i) + ".rules"),
                    FileTime.from(Instant.now().minus(Duration.ofDays(10 - i))));
        }
        assertThat(cache.find(Digest.of("key 0"))).isNull();
        assertThat(cache.find(Digest.of("key 1"))).isNull();
        assertThat(cache.find(Digest.of("key 2"))).isNotNull(); // and so is used most lately
        cache.keep(Digest.of("key 5"), kilobyte);
        assertThat(cache.find(Digest.of("key 2"))).isNotNull();
        assertThat(cache.find(Digest.of("key 3"))).isNull();
        assertThat(cache.holding().bytes()).isLessThanOrEqualTo(3 * 1_100);
    }

    @Test
    void whatIsTooLargeForItIsNotKept() {
        cache = PackCache.in(temporary.resolve("small"), 1_000);
        cache.keep(Digest.of("key"), new CompiledRules(List.of(), Map.of("a", new byte[2_000])));
        assertThat(cache.holding()).isEqualTo(new PackCache.Holding(0, 0));
    }

    @Test
    void clearingLeavesWhatIsNotItsOwn() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        assertThat(cache.clear().entries()).isEqualTo(6);
        assertThat(list(folder)).containsExactly(folder.resolve("letter.txt"));
    }

    // --- Processes ---

    private Process child(List<String> before, String classPath, String... arguments) throws IOException {
        return child(ProcessHandle.current().info().command().orElse("java"), before, classPath, arguments);
    }

    private Process child(String java, List<String> before, String classPath, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-cp",
                classPath,
                CacheRun.class.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Process screening(List<String> before, String classPath) throws IOException {
        return child(
                before,
                classPath,
                bakery.toString(),
                Path.of("..", "seeds", "illustrative").toString());
    }

    private static String firstLine(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(out.readLine());
        }
    }

    @Test
    void twentyProcessesAtOnceOnAnEmptyCacheAreAllRight() throws Exception {
        cache.clear();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            processes.add(screening(List.of(), classPath()));
        }
        for (Process process : processes) {
            assertThat(firstLine(process)).isEqualTo(expected);
            assertThat(process.waitFor()).isZero();
        }
        assertThat(list(folder)).hasSize(6).allMatch(file -> file.toString().endsWith(".rules"));
        assertThat(screened()).isEqualTo(expected);
    }

    private List<Path> drafts() throws IOException {
        return list(folder).stream()
                .filter(file -> !file.toString().endsWith(".rules"))
                .toList();
    }

    @Test
    void killedInTheMiddleOfWritingNothingHalfIsRead() throws Exception {
        List<Digest> keys = List.of(Digest.of("key 0"), Digest.of("key 1"));
        for (int i = 0; i < 12; i++) {
            int before = drafts().size();
            Process writer = child(List.of(), classPath(), "write");
            assertThat(firstLine(writer)).isEqualTo("written");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (drafts().size() <= before && System.nanoTime() - end < 0) {
                Thread.onSpinWait();
            }
            writer.destroyForcibly().waitFor();
            for (Digest key : keys) {
                if (Files.exists(folder.resolve(key + ".rules"))) {
                    assertThat(cache.find(key)).isNotNull();
                }
            }
        }
        assertThat(drafts()).as("some were killed while they wrote").isNotEmpty();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        for (Path file : list(folder)) {
            Files.setLastModifiedTime(file, old);
        }
        cache.keep(keys.get(0), new CompiledRules(List.of(), Map.of()));
        assertThat(list(folder)).allMatch(file -> file.toString().endsWith(".rules"));
        assertThat(screened()).isEqualTo(expected);
    }

    /** No file may grow beyond 4 KB: writing fails in the middle, as on a full disk. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDiskThatIsFullIsDoneWithout() throws Exception {
        cache.clear();
        Process process = screening(List.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"), classPath());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
        assertThat(list(folder)).as("only that the pack is good fits").hasSize(1);
    }

    @Test
    void otherCodeFindsNothingThatThisCodeMade() throws Exception {
        Path engine = Path.of(Scorecard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(Files.isDirectory(engine));
        Path copy = temporary.resolve("classes");
        try (Stream<Path> files = Files.walk(engine)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(engine.relativize(file).toString()));
            }
        }
        Files.writeString(copy.resolve("dev/winnow/engine/more.txt"), "more");
        String path = copy + java.io.File.pathSeparator + classPath();

        Process process = screening(List.of(), path);
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
        assertThat(list(folder)).hasSize(12);
    }

    /** Screens with the engine from another place in front of the class path. */
    private void screensWith(Path engine) throws Exception {
        Process process = screening(List.of(), engine + java.io.File.pathSeparator + classPath());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
    }

    /** The engine's classes and one more file, as a jar. */
    private Path jar(String name, String more) throws Exception {
        Path engine = Path.of(Scorecard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(Files.isDirectory(engine));
        Path jar = temporary.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(engine)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(engine.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            out.putNextEntry(new ZipEntry("more.txt"));
            out.write(more.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void aJarOfWhichOneByteChangedFindsNothingThatItMadeBefore() throws Exception {
        cache.clear();
        screensWith(jar("engine.jar", "a"));
        assertThat(list(folder)).hasSize(6);
        screensWith(jar("engine.jar", "a"));
        assertThat(list(folder)).as("the same jar finds all").hasSize(6);
        screensWith(jar("engine.jar", "b"));
        assertThat(list(folder)).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.99+1", "26+1"})
    void anotherJavaFindsNothingThatThisOneMade(String version) throws IOException {
        String java = CodeEdition.java().replaceFirst("^\\S+", version);
        cache = cache.on(java);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(6);
        assertThat(list(folder)).hasSize(12);

        assertThat(screened()).isEqualTo(expected);
        assertThat(list(folder)).as("what it made itself it finds").hasSize(12);
    }

    @Test
    void theSameVersionOfAnotherVendorFindsNothingEither() throws IOException {
        cache = cache.on(CodeEdition.java() + " and Friends");
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(6);
    }

    @Test
    void anotherJavaThatIsThereFindsNothingThatThisOneMade() throws Exception {
        String other = otherJava();
        assumeTrue(other != null, "there is one Java");
        Process process = child(
                other,
                List.of(),
                classPath(),
                bakery.toString(),
                Path.of("..", "seeds", "illustrative").toString());
        assertThat(firstLine(process)).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
        assertThat(list(folder)).hasSize(12);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).as("what this one made stands beside it").hasSize(6);
    }

    /** A Java of another version, where Linux keeps them; null if there is none. */
    private static @Nullable String otherJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        for (Path home : Files.isDirectory(all) ? list(all) : List.<Path>of()) {
            Path release = home.resolve("release");
            Path java = home.resolve("bin").resolve("java");
            if (Files.isRegularFile(release) && Files.isExecutable(java)) {
                java.util.regex.Matcher version = JAVA_VERSION.matcher(Files.readString(release));
                if (version.find()
                        && Integer.parseInt(version.group(1)) >= 17
                        && Integer.parseInt(version.group(1))
                                != Runtime.version().feature()) {
                    return java.toString();
                }
            }
        }
        return null;
    }
}
