package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.UniverseEntries;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables contain firms and their names. */
class FirmTablesTest {

    @TempDir
    private Path folder;

    private Universe with(Imported imported) {
        assertThat(imported.problems).isEmpty();
        Universe universe = Imported.CHIPS.and(Map.of("imported.yaml", imported.yaml));
        assertThat(universe.problems()).isEmpty();
        return universe;
    }

    @Test
    void aWorkbookDeclaresFirmsUnderChineseHeadings() throws IOException {
        Path book = new Book()
                .sheet(
                        "企业别名",
                        Book.row(1, "编号", "企业名称", "中文名称", "其他名称")
                                + Book.row(2, "haier", "Haier", "海尔", "海尔集团；Haier Group"))
                .sheet(
                        "项目",
                        Book.row(1, "编号", "项目名称", "企业", "共同投资方") + Book.row(2, "chip", "Chip", "海尔集团", "Haier、Apple"))
                .write(folder.resolve("list.xlsx"));
        Universe universe = with(Imported.of(book));
        Project project = universe.asOf(universe.asOf(), true).projects().get(0);
        assertThat(project.owner()).isEqualTo("Haier");
        assertThat(project.declared().texts("coInvestors")).containsExactly("Haier", "Apple");
        assertThat(universe.names().of("firms", "Haier", Language.ZH)).isEqualTo("海尔");
    }

    @Test
    void aSheetOfFirmsInACityKeepsItsKind() throws IOException {
        Path book = new Book()
                .sheet("cities", Book.row(1, "id", "name") + Book.row(2, "jinan", "Jinan 济南"))
                .sheet("firms", Book.row(1, "city", "name", "links") + Book.row(2, "济南", "Haier", "芯片设计"))
                .sheet("lead users", Book.row(1, "city", "firm", "end market") + Book.row(2, "济南", "Haier", "家电"))
                .write(folder.resolve("list.xlsx"));
        Imported imported = Imported.of(book);
        assertThat(imported.tables)
                .extracting(table -> table.kind().name())
                .containsExactlyInAnyOrder("cities", "cities.firms", "cities.leadUsers");
        assertThat(with(imported).asOf(Imported.CHIPS.asOf(), true).rows("jinan"))
                .filteredOn(LeadUser.class::isInstance)
                .extracting("firm")
                .containsExactly("Haier");
    }

    @Test
    void aFileOfFirmsDeclaresThem() throws IOException {
        Path file = Files.writeString(folder.resolve("firms.csv"), "id,name,aliases\nhaier,Haier 海尔,Haier Group\n");
        Imported imported = Imported.of(file);
        assertThat(imported.tables).extracting(table -> table.kind().name()).containsExactly("firms");
        assertThat(with(imported).called("firms"))
                .containsEntry("haier", List.of("Haier 海尔", "Haier", "海尔", "Haier Group", "haier"));
    }

    @Test
    void commasSeparateKnownFirms() throws IOException {
        Universe base =
                Imported.CHIPS.and(Map.of("firms.yaml", "firms: [{id: haier, name: Haier}, {id: faw, name: FAW}]"));
        Path file = Files.writeString(
                folder.resolve("list.csv"),
                "id,name,co-investors\nchip,Chip,\"FAW, Haier\"\nother,Other,\"Micron Technology, Inc.\"\n");
        Imported imported = Imported.of(base, Mapping.NONE, null, file);
        assertThat(imported.problems).isEmpty();
        assertThat(base.and(Map.of("imported.yaml", imported.yaml))
                        .asOf(base.asOf(), true)
                        .projects())
                .extracting(project -> project.declared().texts("coInvestors"))
                .containsExactly(List.of("FAW", "Haier"), List.of("Micron Technology, Inc."));
    }

    @Test
    void aRowOfAKnownFirmAddsNames() throws IOException {
        Universe base = Imported.CHIPS.and(
                Map.of("firms.yaml", "firms: [{id: haier, name: Haier 海尔, aliases: [海尔集团]}, {id: faw, name: FAW 一汽}]"));
        Path file = Files.writeString(folder.resolve("firms.csv"), """
            name,chinese name,aliases
            海尔集团,,Haier Smart Home
            HAIER,海尔,
            Haier Robotics,海尔机器人,
            FAW 海尔,,
            Midea,美的,Haier
            """);
        Imported imported = Imported.of(base, Mapping.NONE, null, file);
        assertThat(imported.problems)
                .containsExactly(
                        "firms.csv:4:1: `Haier Robotics` may be the known firm `haier`, called `Haier 海尔`, `Haier`, `海尔`, `海尔集团` and `haier`; give `--match \"Haier Robotics=haier\"` to add its names to that firm, or `--match \"Haier Robotics=new\"` for a new one",
                        "firms.csv:5:1: `FAW 海尔` may be the known firm `faw`, called `FAW 一汽`, `FAW`, `一汽` and `faw`; give `--match \"FAW 海尔=faw\"` to add its names to that firm, or `--match \"FAW 海尔=new\"` for a new one");
        assertThat(imported.rows)
                .isEqualTo(new RowCount(6, 2, 2, 2, Map.of(PassedOver.HEADINGS, 1L, PassedOver.KNOWN, 1L)));
        Universe whole = base.and(Map.of("imported.yaml", imported.yaml));
        assertThat(whole.problems()).isEmpty();
        assertThat(whole.called("firms"))
                .containsEntry(
                        "haier",
                        List.of("Haier 海尔", "Haier", "海尔", "海尔集团", "haier", "Haier Smart Home", "Midea", "美的"));
    }

    @Test
    void decisionsAboutAFirmsNameApply() throws IOException {
        Universe base = Imported.CHIPS.and(Map.of("firms.yaml", "firms: [{id: haier, name: Haier 海尔}]"));
        Path file = Files.writeString(
                folder.resolve("firms.csv"), "name,aliases\nHaier Robotics,海尔机器人\nHaier Smart Home,海尔智家\n");
        Imported imported = Imported.of(
                base,
                Mapping.parse(
                        "mapping.yaml", "match: {Haier Robotics: haier, Haier Smart Home: new}", new ArrayList<>()),
                null,
                file);
        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            firms:
              - id: haier
                aliases: [Haier Robotics, 海尔机器人]
              - id: haier-smart-home
                name: Haier Smart Home
                aliases: [海尔智家]
            """);
    }

    @Test
    void aNameByLanguageHasTwoColumns() throws IOException {
        Universe base = Imported.CHIPS.and(
                Map.of("firms.yaml", "firms: [{id: haier, name: {en: Haier, zh: 海尔}, aliases: [Haier Group]}]"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EntryWriter writer = Export.CSV.writer(out, Language.EN, problem -> {
            throw new AssertionError(problem.toString());
        });
        Node firms = Node.map(
                base.listed("firms").get(0).place(),
                List.of(new Node.Field(
                        "firms",
                        base.listed("firms").get(0).place(),
                        Node.list(base.listed("firms").get(0).place(), base.listed("firms")))));
        EntryKinds kinds = EntryKinds.of(ShippedFacts.VOCABULARY);
        for (Entry entry : UniverseEntries.of(firms, kinds)) {
            assertThat(entry.kind()).isEqualTo(kinds.get("firms"));
            writer.write(entry.kind(), entry.holder(), entry.node());
        }
        writer.close();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("haier,Haier,海尔,Haier Group");
    }
}
