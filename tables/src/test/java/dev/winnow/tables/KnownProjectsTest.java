package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.meaning.KnownNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that meets a known project is never silently a second one: it is refused, amends the known one, or is said to be new. */
class KnownProjectsTest {

    private static final Universe CHIPS = Universe.parse(ShippedFacts.VOCABULARY, Map.of("chips.yaml", """
        universe: {name: chips, asOf: 2026-01-08}
        cities: [{id: qingdao, name: Qingdao 青岛}]
        projects:
          - {id: sien, name: SiEn 芯恩, yieldRate: {value: 90 %, source: article, asOf: 2026-01-01}}
          - {id: goertek, name: Goertek R&D headquarters 歌尔}
        """));

    @TempDir
    private Path folder;

    private Imported read(Mapping map, String text) throws IOException {
        return Imported.of(CHIPS, map, null, Files.writeString(folder.resolve("list.csv"), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SiEn | sien",
                "sien | sien",
                "芯恩 | sien",
                "SiEn (QingDao) Integrated Circuits | sien",
                "青岛芯恩集成电路 | sien",
                "Goertek | goertek",
                "New plant of SiEn | sien",
                "Sienna Foods |",
                "Integrated Circuits |",
                "R&D |",
                "恩 |"
            })
    void aNameMeetsAKnownOneByAPartInEitherLanguage(String name, String expected) {
        KnownNames known = new KnownNames(CHIPS.called("projects"));

        assertThat(known.met(List.of(name)))
                .isEqualTo(expected == null ? java.util.Set.of() : java.util.Set.of(expected));
    }

    @Test
    void aRowThatMeetsAKnownProjectIsRefusedWithWhatToSay() throws IOException {
        Imported imported = read(Mapping.NONE, "name,yieldRate\nSiEn Qingdao,95 %\nQuill EDA,90 %\n");

        assertThat(imported.yaml).contains("Quill EDA").doesNotContain("SiEn");
        assertThat(imported.problems)
                .containsExactly("list.csv:2:1: `SiEn Qingdao` may be the known project `sien`, called `SiEn 芯恩`;"
                        + " maybe `--match \"SiEn Qingdao=sien\"` to amend it, or `--match \"SiEn Qingdao=new\"`?");
        assertThat(imported.rows.refused()).isEqualTo(1);
    }

    @Test
    void aRowThatIsMatchedAmendsTheKnownProjectAsDatedStatements() throws IOException {
        Imported imported = read(
                Mapping.NONE.match("SiEn Qingdao", "sien"),
                "name,yieldRate,asOf,source,landed on\nSiEn Qingdao,95 %,2026-01-01,a letter,2018-03-30\n");

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            answers:
              - project: sien
                fact: project.yieldRate
                value: 95 %
                asOf: 2026-01-01
                source: a letter
            """);
        assertThat(imported.rows.taken()).isEqualTo(1);
        assertThat(imported.notes).hasSize(2);
        assertThat(imported.notes.get(0))
                .isEqualTo("list.csv:2:5: `milestones` of a known project is not amended by a table");
        assertThat(imported.notes.get(1)).contains("`yieldRate` of the project `sien` is 90 % here and 95 % at");
    }

    @Test
    void whatIsRememberedBesideTheTableCountsWhereverItIsRead() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "name,yieldRate,asOf\nSiEn Qingdao,95 %,2026-01-02\n");
        Files.writeString(folder.resolve("list.csv.map.yaml"), "match: {SiEn Qingdao: sien}\n");

        Tables read = Tables.read(List.of(list), CHIPS);
        Universe amended = CHIPS.with(read.documents(), false, read.problems());

        assertThat(amended.problems()).isEmpty();
        assertThat(amended.projectIds()).containsExactly("goertek", "sien");
        assertThat(amended.answers()).hasSize(1);
    }

    @Test
    void aProposedMatchDoesNotCount() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "name\nSiEn Qingdao\n");
        Files.writeString(folder.resolve("list.csv.map.yaml"), "match: {SiEn Qingdao: {confirm: new}}\n");

        assertThat(Tables.read(List.of(list), CHIPS).problems()).hasSize(1);
    }

    @Test
    void aNewOneIsTakenAndAnUnknownIdIsTold() throws IOException {
        assertThat(read(Mapping.NONE.match("SiEn Qingdao", "new"), "name\nSiEn Qingdao\n").yaml)
                .contains("name: SiEn Qingdao");
        assertThat(read(Mapping.NONE.match("SiEn Qingdao", "sein"), "name\nSiEn Qingdao\n").problems)
                .containsExactly("--match: there is no project `sein`; maybe `sien`?");
    }

    @Test
    void whoGivesAnIdSaysWhichProjectIsMeant() throws IOException {
        assertThat(read(Mapping.NONE, "id,name\nsien-two,SiEn Qingdao\n").yaml).contains("id: sien-two");
    }
}
