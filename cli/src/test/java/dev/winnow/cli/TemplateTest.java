package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A universe survives the way from a template through every format and back. */
class TemplateTest {

    @TempDir
    private Path folder;

    /** Returns all known facts without their places. */
    private static List<String> known(Universe universe) {
        List<String> known = new ArrayList<>();
        for (Dossier dossier : universe.dossiers(universe.asOf(), true)) {
            known.add(String.join(
                    " ",
                    dossier.kind(),
                    dossier.id(),
                    dossier.name(),
                    dossier.city(),
                    dossier.stated().toString(),
                    dossier.unknown().toString(),
                    dossier.open().toString(),
                    dossier.conflicts().size() + " conflicts"));
        }
        return known;
    }

    private static void assertSame(List<String> after, List<String> before) {
        for (int i = 0; i < before.size(); i++) {
            String one = before.get(i);
            String other = after.get(i);
            int at = difference(one, other);
            assertThat(other.substring(at)).isEqualTo(one.substring(at));
        }
        assertThat(after).hasSameSizeAs(before);
    }

    private static int difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String[] files(String seeds) throws IOException {
        try (Stream<Path> files = Files.walk(Run.HOME.resolve("seeds").resolve(seeds))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(Path::toString)
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    private static Run imports(Path into, String... files) {
        List<String> words = new ArrayList<>(List.of("import"));
        words.addAll(List.of(files));
        words.addAll(List.of("-q", "-o", into.toString()));
        return Run.winnow(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"semiconductor", "illustrative", "chips-act", "data-centre"})
    void aShippedUniverseSurvivesAWorkbook(String seeds) throws IOException {
        Path book = folder.resolve("all.xlsx");
        Path again = folder.resolve("again.yaml");
        Path lines = folder.resolve("all.ndjson");
        Path third = folder.resolve("third.yaml");

        assertThat(imports(book, files(seeds)).exit()).isZero();
        assertThat(imports(again, book.toString()).exit()).isZero();
        assertThat(imports(lines, again.toString()).exit()).isZero();
        assertThat(imports(third, lines.toString()).exit()).isZero();

        Universe before =
                Universe.read(ShippedFacts.VOCABULARY, Run.HOME.resolve("seeds").resolve(seeds));
        Universe after = Universe.read(ShippedFacts.VOCABULARY, again);
        assertThat(after.problems()).isEmpty();
        assertSame(known(after), known(before));
        assertSame(known(Universe.read(ShippedFacts.VOCABULARY, third)), known(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aCompletedTemplateSurvivesImportAndExport(String language) throws IOException {
        Path template = folder.resolve("template.csv");
        assertThat(Run.winnow("template", "-o", template.toString(), "--lang", language)
                        .exit())
                .isZero();
        String headings = Files.readString(template).strip();
        int columns = headings.split(",").length;
        boolean zh = language.equals("zh");
        String[] row = new String[columns];
        java.util.Arrays.fill(row, "");
        fill(row, headings, zh ? "项目名称" : "name", "Pier fab");
        fill(row, headings, zh ? "产业链环节" : "links", zh ? "晶圆制造" : "wafer-manufacturing");
        fill(row, headings, zh ? "投资额（亿元）" : "investment [bn yuan]", "15");
        fill(row, headings, zh ? "良率（%）" : "yield rate [%]", zh ? "超过90" : "over 90");
        fill(row, headings, zh ? "决策日期" : "decided", "2025/3/1");
        fill(row, headings, zh ? "是否拥有自主技术" : "owns its technology", zh ? "是" : "yes");
        fill(row, headings, zh ? "投产日期" : "production", "2026");
        Files.writeString(template, headings + "\n" + String.join(",", row) + "\n");

        Path first = folder.resolve("first.yaml");
        Path book = folder.resolve("book.xlsx");
        Path second = folder.resolve("second.yaml");
        Run run = imports(first, template.toString());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(imports(book, first.toString(), "--lang", language).exit()).isZero();
        assertThat(imports(second, book.toString()).exit()).isZero();

        assertThat(Files.readString(first))
                .isEqualTo("""
                    projects:
                      - id: pier-fab
                        name: Pier fab
                        decided: 2025-03-01
                        links: [wafer-manufacturing]
                        investment: %s
                        yieldRate: %s
                        ownsTechnology: true
                        milestones:
                          - {step: production, reached: 2026}
                    """.formatted(zh ? "15亿元" : "15 bn yuan", zh ? "超过90 %" : "over 90 %"));
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
    }

    private static void fill(String[] row, String headings, String heading, String text) {
        int index = List.of(headings.replace("\uFEFF", "").split(",")).indexOf(heading);
        assertThat(index).as(heading).isNotNegative();
        row[index] = text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void anEmptyTemplateIsReadWithoutProblems(String language) {
        Path template = folder.resolve("all.xlsx");
        assertThat(Run.winnow("template", "all", "-o", template.toString(), "--lang", language)
                        .exit())
                .isZero();

        Run run = Run.winnow("import", template.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Taken: nothing").doesNotContain("not taken", "can mean");
    }

    @Test
    void equalTemplatesHaveEqualBytes() throws Exception {
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");
        Run.winnow("template", "-o", one.toString());
        Thread.sleep(2100);
        Run.winnow("template", "-o", other.toString());

        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void wrongUsageIsReported() {
        assertThat(Run.winnow("template", "project").err())
                .isEqualTo("winnow: unknown kind of entry `project`; did you mean `projects`?\n");
        assertThat(Run.winnow("template", "all", "-f", "csv").err())
                .isEqualTo("winnow: a CSV file contains a single kind of entry; did you mean `-f xlsx`?\n");
    }
}
