package dev.winnow.serve.internal.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.workspace.ListDocuments;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.Wording;
import dev.winnow.serve.internal.candidates.CandidateReport.CellProblem;
import dev.winnow.serve.internal.candidates.CandidateReport.ReadRow;
import dev.winnow.tables.Tables;
import dev.winnow.tables.internal.write.Export;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of candidates without a browser. */
class CandidateListTest {

    private static final Universe UNIVERSE = Universe.parse(Map.of("universe.yaml", """
        universe: {name: small, asOf: 2026-01-01}
        cities:
          - {id: jinan, name: 济南}
        projects:
          - {id: sien, name: SiEn}
        """));

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static CandidateList listOf(String name, String content) {
        return CandidateList.EMPTY.and(name, bytes(content), false, new ArrayList<>());
    }

    private static CandidateReport report(CandidateList list) throws IOException {
        return new CandidateWords(list.read(UNIVERSE), Vocabulary.core(), Wording.inLanguage(Language.EN))
                .report(false);
    }

    private static List<ReadRow> rows(CandidateList list) throws IOException {
        return new CandidateWords(list.read(UNIVERSE), Vocabulary.core(), Wording.inLanguage(Language.EN))
                .rows(0, 0, 100, null)
                .rows();
    }

    @Test
    void aDocumentForPrintIsNotReadAsAList() throws IOException {
        CandidateReport report = report(listOf("plan.pdf", "%PDF-1.4\n1 0 obj"));
        assertThat(report.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("plan.pdf");
            assertThat(file.problems())
                    .containsExactly("the file is not in a format that winnow reads; save it as .xlsx, .csv, .json,"
                            + " .ndjson or .yaml");
        });
    }

    @Test
    void aProjectGivenTwiceIsMarkedAtItsName() throws IOException {
        CandidateList list = listOf("list.csv", "no.,name\n1,One\n2,One\n");
        assertThat(rows(list).get(1).problems())
                .containsExactly(new CellProblem(1, "the project `one` was already given in row 2"));
    }

    @Test
    void meaningsOfOtherPacksAreNotOfferedUnlessAColumnHasThem() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Vocabulary pack =
                Vocabulary.core().and(Vocabulary.read(Path.of("..", "rules", "data-centre"), problems), problems);
        assertThat(problems).isEmpty();
        CandidateList list = listOf("list.csv", "name,capex (bn yuan)\nOne,3\n");
        CandidateReading reading = list.read(UNIVERSE.with(pack));
        CandidateReading ofPack =
                listOf("list.csv", "name,IT load (MW)\nOne,3\n").read(UNIVERSE.with(pack));

        assertThat(offered(reading, pack)).contains("investment", "itLoad");
        assertThat(offered(reading, Vocabulary.core())).contains("investment").doesNotContain("itLoad");
        assertThat(offered(ofPack, Vocabulary.core())).contains("itLoad").doesNotContain("staffNeed");
    }

    private static List<String> offered(CandidateReading reading, Vocabulary pack) {
        return new CandidateWords(reading, pack, Wording.inLanguage(Language.EN))
                .report(false).kinds().stream()
                        .flatMap(kind -> kind.meanings().stream())
                        .map(CandidateReport.Meaning::name)
                        .toList();
    }

    @Test
    void theDocumentsAreThoseThatTablesOfTheCommandLineHave() throws IOException {
        String content = "name,investment (bn yuan),people\nOne,3,4\nTwo,many,5\n";
        Path file = Files.writeString(folder.resolve("list.csv"), content);
        CandidateList list = listOf("list.csv", content).meaning(0, "people", "-");
        Files.writeString(folder.resolve("list.csv.map.yaml"), list.mapping(0));
        Tables tables = Tables.read(List.of(file), UNIVERSE);

        ListDocuments documents = list.documents(UNIVERSE);

        assertThat(dumped(documents.documents())).isNotEmpty().isEqualTo(dumped(tables.documents()));
        assertThat(documents.problems().stream().map(Problem::what))
                .isEqualTo(tables.problems().stream().map(Problem::what).toList());
    }

    private static String dumped(List<Node> documents) {
        StringBuilder text = new StringBuilder();
        documents.forEach(document -> document.dump(text));
        return text.toString();
    }

    @Test
    void aProblemIsAtItsCellAndACorrectionIsReadAtOnce() throws IOException {
        CandidateList list = listOf("list.csv", "name,investment (bn yuan)\nOne,many\nTwo,3\n");
        assertThat(rows(list).get(0))
                .isEqualTo(new ReadRow(
                        2,
                        "refused",
                        "",
                        List.of("One", "many"),
                        List.of(),
                        List.of(new CellProblem(1, "`many` is not money; such as `300 mn yuan`"))));
        assertThat(rows(list.corrected(0, null, 2, 2, "many", "4")).get(0))
                .isEqualTo(new ReadRow(2, "taken", "", List.of("One", "4"), List.of(1), List.of()));
    }

    @Test
    void recordsOfADocumentAreCorrectedByKey() throws IOException {
        CandidateList list = listOf("list.json", "[{\"name\": \"One\", \"investment\": \"many\"}]")
                .corrected(0, null, 1, 2, "many", "3 bn yuan");
        assertThat(rows(list).get(0).state()).isEqualTo("taken");
    }

    @Test
    void aCellBehindTheEndOfItsRowCanBeFilled() throws IOException {
        CandidateList list =
                listOf("list.csv", "name,investment (bn yuan)\nOne\n").corrected(0, null, 2, 2, "", "4");
        assertThat(rows(list).get(0).cells()).containsExactly("One", "4");
    }

    @Test
    void theAcceptedEntriesAreWrittenWithTheirCorrections() throws IOException {
        CandidateList list =
                listOf("list.csv", "name,investment (bn yuan)\nOne,many\n").corrected(0, null, 2, 2, "many", "4");
        assertThat(new String(list.written(Export.YAML, Language.EN, UNIVERSE), StandardCharsets.UTF_8))
                .contains("investment: 4 bn yuan");
    }

    @Test
    void aNameLikeAKnownOneIsAskedAboutUntilItIsDecided() throws IOException {
        CandidateList list = listOf("list.csv", "name\nSiEn Jinan\n");
        assertThat(report(list).names()).extracting("name").containsExactly("SiEn Jinan");
        CandidateReport decided = report(list.match("SiEn Jinan", "new"));
        assertThat(decided.names()).isEmpty();
        assertThat(decided.taken()).isEqualTo(1);
    }

    @Test
    void aMappingFileIsAppliedToTheFileThatItNames() throws IOException {
        CandidateList list = listOf("list.csv", "name,people\nOne,3\n")
                .and("list.csv.map.yaml", bytes("people: \"-\"\n"), false, new ArrayList<>());
        CandidateReport report = report(list);
        assertThat(report.files()).hasSize(1);
        assertThat(report.tables().get(0).columns().get(1).state()).isEqualTo("LEFT_OUT");
    }

    @Test
    void aFlawedMappingFileIsNotApplied() {
        List<Problem> problems = new ArrayList<>();
        CandidateList list = listOf("list.csv", "name,people\nOne,3\n");
        assertThat(list.and("list.csv.map.yaml", bytes("columns: [1"), false, problems))
                .isSameAs(list);
        assertThat(problems).isNotEmpty();
    }

    @Test
    void aProjectOfAUniverseDocumentIsTaken() throws IOException {
        CandidateReport report = report(listOf("project.yaml", "projects:\n  - id: one\n    name: One\n"));
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.tables()).isEmpty();
    }

    @Test
    void aMeaningThatDoesNotExistIsReported() throws IOException {
        assertThat(String.valueOf(listOf("list.csv", "name,people\nOne,3\n")
                        .meaning(0, "people", "investmen")
                        .read(UNIVERSE)
                        .refusedMeaning()))
                .isEqualTo("`investmen` names no property; did you mean `investment`?");
    }

    @Test
    void temporaryFilesAreDeletedWithTheirFolder() throws IOException {
        Path file;
        try (TemporaryFiles files = new TemporaryFiles()) {
            file = files.write(".csv", bytes("name\nOne\n"));
            assertThat(file).hasContent("name\nOne\n");
        }
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void manyFilesAreRefused() {
        CandidateList list = CandidateList.EMPTY;
        for (int i = 0; i < 20; i++) {
            assertThat(list.hasRoomFor(10)).isTrue();
            list = list.and("list.csv", bytes("name\nOne\n"), false, new ArrayList<>());
        }
        assertThat(list.hasRoomFor(10)).isFalse();
        assertThat(CandidateList.EMPTY.hasRoomFor(50_000_000)).isFalse();
    }

    @Test
    void aFileReplacesTheOneOfItsNameWithItsChoicesAndTheCorrectionsThatStillFit() throws IOException {
        CandidateList list = listOf("list.csv", "name,people,investment (bn yuan)\nOne,1,many\n")
                .meaning(0, "people", "-")
                .corrected(0, null, 2, 3, "many", "4")
                .and(
                        "list.csv",
                        bytes("name,people,investment (bn yuan)\nTwo,1,5\nOne,1,many\n"),
                        true,
                        new ArrayList<>());
        assertThat(report(list).files()).hasSize(1);
        assertThat(report(list).tables().get(0).columns().get(1).state()).isEqualTo("LEFT_OUT");
        assertThat(rows(list).get(0).cells()).containsExactly("Two", "1", "5");
        assertThat(rows(list).get(1).state()).isEqualTo("refused");
    }
}
