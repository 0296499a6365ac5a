package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winnow.engine.Bakery;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.model.AllocationLimit;
import dev.winnow.model.source.Foreign;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of file in a pack's folder is read or refused with a message, at low cost. */
class PackFilesTest {

    @TempDir
    Path folder;

    @Test
    void noPackAtAll() {
        assertThatThrownBy(() -> RulePack.load(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        PackException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(shown(folder.resolve("none")) + ": rule pack not found"));
    }

    @Test
    void aFileInsteadOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("bakery.drl"), "package bakery");
        assertThatThrownBy(() -> RulePack.load(file))
                .isInstanceOfSatisfying(
                        PackException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(shown(file) + ": expected the folder of a rule pack, found a file"));
    }

    @Test
    void aCopyInAFolderOfAnotherNameIsOneMistakeAndNotOneOfEachFile() throws IOException {
        Path copy = Files.move(Bakery.in(folder).folder(), folder.resolve("brewery"));
        assertThatThrownBy(() -> RulePack.load(copy))
                .isInstanceOfSatisfying(
                        PackException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.what().toString())
                                .containsExactly("the pack is named `bakery`, but its folder `brewery`"));
    }

    @Test
    void anEmptyFolder() throws IOException {
        Bakery bakery = Bakery.in(folder.resolve("full"));
        Path empty = Files.createDirectories(folder.resolve("bakery"));
        assertThat(bakery.messages()).isEmpty();
        assertThatThrownBy(() -> RulePack.load(empty))
                .isInstanceOfSatisfying(
                        PackException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.what().toString())
                                .containsExactly("the pack has no pack.yaml"));
    }

    @Test
    void aPackWithoutItsOutlineStillHasItsRulesChecked() {
        Bakery bakery = Bakery.in(folder).remove("pack.yaml").edit("demand.drl", "annualOutput >=", "anualOutput >=");
        assertThat(bakery.problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("`Demand` has no `anualOutput`", "the pack has no pack.yaml");
    }

    @Test
    void noLimits() {
        assertThat(Bakery.in(folder).remove("limits.yaml").messages())
                .containsExactly("limits.yaml: the pack has no limits.yaml, and its rules read limits");
    }

    @Test
    void noRuleFile() {
        assertThat(Bakery.in(folder)
                        .remove("money.drl")
                        .remove("cases/money.yaml")
                        .messages())
                .containsExactly("""
                    pack.yaml:9:10: the rule file money.drl is missing
                       |   - {id: money, title: Money, side: project, weight: 40}
                       |          ^^^^^ add the file, or remove this entry\
                    """);
    }

    @Test
    void noCases() {
        assertThat(Bakery.in(folder).remove("cases/money.yaml").problems())
                .extracting(problem -> problem.what().toString())
                .containsExactly("rule `funds-cover-need` has no case");
    }

    @Test
    void aDraftMayLackCases() {
        Bakery bakery = Bakery.in(folder).remove("cases/money.yaml");

        assertThat(Lint.remarks(RulePack.draft(bakery.folder())))
                .filteredOn(remark -> remark.check() == Check.LACKS_CASE)
                .extracting(Remark::id, remark -> remark.problem().what().toString())
                .containsExactly(tuple("funds-cover-need", "rule `funds-cover-need` has no case"));
        assertThat(RulePack.draft(bakery.folder()).rules())
                .hasSameSizeAs(Bakery.in(folder).load().rules());
    }

    @Test
    void aDraftMayLackNothingElse() {
        Bakery bakery = Bakery.in(folder).remove("limits.yaml").remove("cases/money.yaml");

        assertThatThrownBy(() -> RulePack.draft(bakery.folder()))
                .isInstanceOfSatisfying(
                        PackException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.what().toString())
                                .containsExactly("the pack has no limits.yaml, and its rules read limits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml"})
    void anEmptyFile(String file) {
        assertThat(Bakery.in(folder).write(file, "").messages()).containsExactly(file + ": the file is empty");
        assertThat(Bakery.in(folder).write(file, " \n\n").messages()).containsExactly(file + ": the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml"})
    void aBinaryFile(String file) throws IOException {
        Bakery bakery = Bakery.in(folder);
        byte[] bytes = new byte[4096];
        new Random(7).nextBytes(bytes);
        Files.write(bakery.path(file), bytes);
        refusedAlone(bakery, file);
        bytes = "GIF89a\0\0\1\2\3".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(bakery.path(file), bytes);
        refusedAlone(bakery, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml"})
    void anotherEncoding(String file) throws IOException {
        Bakery bakery = Bakery.in(folder);
        String text = bakery.text(file) + (file.endsWith(".drl") ? "// caf\u00e9\n" : "# caf\u00e9\n");
        Files.write(bakery.path(file), text.getBytes(StandardCharsets.ISO_8859_1));
        refusedAlone(bakery, file);
        assertThat(bakery.messages()).first().asString().contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void otherLineEnds(String lineEnd) {
        Bakery bakery = Bakery.in(folder);
        for (String file : new String[] {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml"}) {
            bakery.write(file, bakery.text(file).replace("\n", lineEnd));
        }
        assertThat(bakery.messages()).isEmpty();
        bakery.edit("demand.drl", "annualOutput >= $min", "anualOutput >= $min");
        assertThat(bakery.messages())
                .first()
                .asString()
                .startsWith("demand.drl:15:83: `Demand` has no `anualOutput`\n");
    }

    @Test
    void aByteOrderMark() {
        Bakery bakery = Bakery.in(folder);
        for (String file : new String[] {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml"}) {
            bakery.write(file, "\uFEFF" + bakery.text(file));
        }
        assertThat(bakery.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "demand.drl", "cases/demand.yaml", "README.md"})
    void aHugeFile(String file) throws IOException {
        Bakery bakery = Bakery.in(folder);
        try (RandomAccessFile huge = new RandomAccessFile(bakery.path(file).toFile(), "rw")) {
            huge.setLength(200L * 1024 * 1024);
        }
        assertThat(AllocationLimit.megabytes(200, bakery::messages))
                .containsExactly(file + ": the file is larger than 512 KB");
    }

    @Test
    void aFolderNamedLikeARuleFile() throws IOException {
        Bakery bakery = Bakery.in(folder).remove("money.drl").remove("cases/money.yaml");
        Files.createDirectories(bakery.path("money.drl"));
        assertThat(bakery.messages()).containsExactly("money.drl: a pack has no folder but `cases`");
    }

    @Test
    void aLink() throws IOException {
        Bakery bakery = Bakery.in(folder);
        Path elsewhere = Files.move(bakery.path("money.drl"), folder.resolve("elsewhere.drl"));
        Files.createSymbolicLink(bakery.path("money.drl"), elsewhere);
        assertThat(bakery.messages())
                .containsExactly("money.drl: links are not allowed in a pack\n   | copy the file itself here");
    }

    @Test
    void aLinkIntoAHiddenFolderOfThePackAsKubernetesMountsIt() throws IOException {
        Bakery bakery = Bakery.in(folder);
        Path hidden = Files.createDirectory(bakery.path("..2026"));
        Files.createSymbolicLink(bakery.path("..data"), hidden.getFileName());
        for (String name : List.of("money.drl", "cases")) {
            Files.move(bakery.path(name), hidden.resolve(name));
            Files.createSymbolicLink(bakery.path(name), Path.of("..data", name));
        }
        assertThat(bakery.messages()).isEmpty();
    }

    @Test
    void aLinkToItself() throws IOException {
        Bakery bakery = Bakery.in(folder);
        Files.createSymbolicLink(bakery.path("loop"), bakery.folder());
        assertThat(bakery.messages())
                .containsExactly("loop: links are not allowed in a pack\n   | copy the file itself here");
    }

    @Test
    void hiddenFilesAreIgnored() {
        assertThat(Bakery.in(folder)
                        .write(".demand.drl.swp", "\0")
                        .write(".git/config", "x")
                        .messages())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yml", "Limits.yaml", "demand.drl~", "demand.DRL", "notes.txt", "cases/demand.yml"})
    void aStrangeName(String file) {
        Bakery bakery = Bakery.in(folder).write(file, "name: bakery\n");
        assertThat(bakery.messages()).singleElement().asString().startsWith(file + ": this is not allowed in a pack\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "cases/demand.yaml"})
    void anAliasBomb(String file) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [bread, bread, bread, bread, bread, bread, bread, bread]\n");
        for (int i = 1; i < 60; i++) {
            String before = "*a" + (i - 1) + ", ";
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(before.repeat(8)).append("bread]\n");
        }
        refusedAlone(Bakery.in(folder).write(file, bomb.toString()), file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack.yaml", "limits.yaml", "cases/demand.yaml"})
    void deepNesting(String file) {
        Bakery bakery = Bakery.in(folder).write(file, "criteria: " + "[".repeat(100_000) + "\n");
        refusedAlone(bakery, file);
        bakery.write(file, "criteria: " + "{a: ".repeat(100_000) + "\n");
        refusedAlone(bakery, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "!(", "not(", "\"", "/*", "@", "rule \"x\" ", "“"})
    void aHundredThousandSigns(String sign) {
        Bakery bakery = Bakery.in(folder);
        StringBuilder text = new StringBuilder(bakery.text("demand.drl"));
        for (int i = 0; i < 50_000; i++) {
            text.append(sign).append(i % 100 == 99 ? "\n" : "");
        }
        bakery.write("demand.drl", text.toString());
        refusedAlone(bakery, "demand.drl");
    }

    private static void refusedAlone(Bakery bakery, String file) {
        assertThat(AllocationLimit.megabytes(200, bakery::problems))
                .isNotEmpty()
                .hasSizeLessThan(1_000)
                .allSatisfy(problem -> {
                    assertThat(problem.place().file()).endsWith(file);
                    assertThat(Foreign.in(problem)).isEmpty();
                });
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
