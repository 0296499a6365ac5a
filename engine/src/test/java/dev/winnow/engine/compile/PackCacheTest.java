package dev.winnow.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.FilledCache;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Whatever the state of the cache, screening gives the same results as without one, and runs nothing but rules. */
class PackCacheTest extends FilledCache {

    @Test
    void whatIsKeptIsNotCompiledAgain() throws IOException {
        // Four criteria, and that the pack was found good.
        assertThat(list(folder)).hasSize(5);
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).isEmpty();
    }

    @Test
    void whoEditsOneCriterionCompilesThatOne() throws IOException {
        Bakery edited = Bakery.in(temporary).edit("chain.drl", "held == false", "held == true");
        String other = CacheRun.results(edited.draft(), UNIVERSE);

        assertThat(screenedDraft(edited)).isEqualTo(other).isNotEqualTo(expected);
        assertThat(written()).hasSize(2); // and that the pack is good
        assertThat(list(folder)).hasSize(7);
    }

    private String screenedDraft(Bakery edited) {
        return CacheRun.results(RulePack.draft(edited.folder(), cache), UNIVERSE);
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

    private Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        for (Path file : list(folder)) {
            contents.put(file, Files.readAllBytes(file));
        }
        return contents;
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
    @ValueSource(classes = {Mark.class, Runtime.class, System.class})
    void foreignCodeInAForgedEntryIsNeverRun(Class<?> owner) throws IOException {
        Path marker = temporary.resolve("marks").resolve("marker");
        Files.createDirectories(marker.getParent());
        System.setProperty("winnow.marker", marker.toString());
        try {
            forge(rules -> {
                Map<String, byte[]> classes = new HashMap<>(rules.classes());
                String model = rules.models().get(0).replace('.', '/');
                classes.put(model + ".class", calling(model, Type.getInternalName(owner)));
                return new CompiledRules(rules.models(), classes);
            });
            assertThat(screened()).isEqualTo(expected);
        } finally {
            System.clearProperty("winnow.marker");
        }
        assertThat(list(marker.getParent())).isEmpty();
        assertThat(written()).hasSize(4);
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
        assertThat(written()).hasSize(4);
    }

    @Test
    void aForgedEntryWithoutItsRulesIsMadeAnew() throws IOException {
        forge(rules -> new CompiledRules(List.of(), rules.classes()));
        assertThat(screened()).isEqualTo(expected);
        assertThat(written()).hasSize(4);
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
        assertThat(written()).hasSize(4);
    }

    @Test
    void aRefusedPackIsNotKept() {
        Bakery broken = Bakery.in(temporary).edit("chain.drl", "held == false", "held == System.exit(1)");
        for (int i = 0; i < 2; i++) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                            PackException.class, () -> RulePack.draft(broken.folder(), cache)))
                    .isNotNull();
        }
        assertThat(cache.holding().entries()).isEqualTo(5);
    }

    // --- Places ---

    @ParameterizedTest
    @ValueSource(strings = {"/proc/winnow", "/dev/null/winnow", "/dev/full"})
    @EnabledOnOs(OS.LINUX)
    void aPlaceThatCannotBeWrittenIsDoneWithout(String place) throws IOException {
        // Where /proc is not mounted, it is a folder that root can write to.
        assumeThat(place.startsWith("/proc") && !Files.exists(Path.of("/proc/self")))
                .isFalse();
        cache = PackCache.at(Path.of(place));
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
        cache = PackCache.at(temporary.resolve("new").resolve("winnow"));
        screened();
        assertThat(cache.holding().entries()).isEqualTo(5);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve("new/winnow"))))
                .isEqualTo("rwx------");
    }

    // --- Room ---

    @Test
    void whatWasUsedLeastLatelyMakesRoom() throws IOException {
        long size = Files.size(list(folder).get(0));
        cache = PackCache.at(temporary.resolve("small"), 3 * 1_100);
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
        cache = PackCache.at(temporary.resolve("small"), 1_000);
        cache.keep(Digest.of("key"), new CompiledRules(List.of(), Map.of("a", new byte[2_000])));
        assertThat(cache.holding()).isEqualTo(new PackCache.Holding(0, 0));
    }

    @Test
    void clearingLeavesWhatIsNotItsOwn() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        assertThat(cache.clear().entries()).isEqualTo(5);
        assertThat(list(folder)).containsExactly(folder.resolve("letter.txt"));
    }
}
