package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row whose name is similar to a known project or city never becomes a second entry silently: it is refused, amends
 * the known entry, or is declared new.
 */
class KnownEntriesTest {

    private static final Universe CHIPS = Universe.parse(ShippedFacts.VOCABULARY, Map.of("chips.yaml", """
        universe: {name: chips, asOf: 2026-01-08}
        endMarkets: [{id: automotive, name: Automotive, zh: 汽车}, {id: home-appliances, name: Home appliances, zh: 家电}]
        firms: [{id: haier, name: Haier 海尔, aliases: [Haier Group]}]
        cities:
          - id: qingdao
            name: Qingdao 青岛
            province: Shandong
            complete: [leadUsers]
            firmCount: {value: 111, asOf: 2022-12-31, source: article}
            leadUsers: [{firm: Haier 海尔, endMarket: home-appliances}]
            funds:
              - {id: aic-abc, name: AIC fund of ABC 农银AIC基金, kind: aic, source: article}
        projects:
          - {id: sien, name: SiEn 芯恩, owner: Haier 海尔, decided: 2018-03-30, asOf: 2018-03-30, source: article,
             yieldRate: {value: 90 %, source: article, asOf: 2026-01-01}}
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
    void namesMatchKnownOnesByAPartInEitherLanguage(String name, String expected) {
        KnownList.KnownNames known = new KnownList.KnownNames(CHIPS.called("projects"));

        assertThat(known.met(List.of(name)))
                .isEqualTo(expected == null ? java.util.Set.of() : java.util.Set.of(expected));
    }

    @Test
    void hintsOfOtherCommandsNameImportOptions() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "name,yieldRate\nSiEn Qingdao,95 %\nSiEn Jinan,95 %\n");
        String command = "winnow import " + list;
        assertThat(Tables.read(List.of(list), CHIPS).problems())
                .extracting(Problem::advice)
                .extracting(String::valueOf)
                .containsExactly(
                        "give `" + command + " --match \"SiEn Qingdao=sien\"` to amend it, or `" + command
                                + " --match \"SiEn Qingdao=new\"` for a new one",
                        "give `" + command + " --match \"SiEn Jinan=sien\"` to amend it, or `" + command
                                + " --match \"SiEn Jinan=new\"` for a new one");
        assertThat(Tables.read(List.of(list), CHIPS).notes())
                .extracting(Problem::toString)
                .containsExactly(
                        list + ": `--map` and `--match` are options of `winnow import`\n   | add `--save-map` to keep"
                                + " their effect for every command: `" + command + " --save-map`",
                        list + ": 3 rows = 0 taken + 2 refused + 1 passed over; rows that need a decision: 2\n"
                                + "   | `" + command + "` writes the refused rows with their reasons to a file");
        Files.writeString(folder.resolve("list.csv.map.yaml"), "match: {SiEn Qingdao: sien, SiEn Jinan: new}\n");
        assertThat(Tables.read(List.of(list), CHIPS).notes())
                .extracting(Problem::toString)
                .containsExactly(list + ": 3 rows = 2 taken + 0 refused + 1 passed over");
    }

    @Test
    void aYearInsideANameDoesNotMatch() {
        KnownList.KnownNames known = new KnownList.KnownNames(
                Map.of("haier-2000", List.of("Haier 2000 海尔", "海尔（2000年）"), "security", List.of("360")));
        assertThat(known.met(List.of("Wafer line 2000"))).isEmpty();
        assertThat(known.met(List.of("海尔二期"))).containsExactly("haier-2000");
        assertThat(known.met(List.of("360 Security"))).containsExactly("security");
    }

    @Test
    void aRowSimilarToAKnownProjectIsRefusedWithAdvice() throws IOException {
        Imported imported = read(Mapping.NONE, "name,yieldRate\nSiEn Qingdao,95 %\nQuill EDA,90 %\n");

        assertThat(imported.yaml).contains("Quill EDA").doesNotContain("SiEn");
        assertThat(imported.problems)
                .containsExactly(
                        "list.csv:2:1: `SiEn Qingdao` may be the known project `sien`, called `SiEn 芯恩`; give `--match \"SiEn Qingdao=sien\"` to amend it, or `--match \"SiEn Qingdao=new\"` for a new one");
        assertThat(imported.rows.refused()).isEqualTo(1);
    }

    @Test
    void aMatchedRowAmendsTheProjectWithDatedStatements() throws IOException {
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
                .isEqualTo("list.csv:2:5: `milestones` of a known entry cannot be amended by a table");
        assertThat(imported.notes.get(1)).contains("`yieldRate` of the project `sien` is 90 % here and 95 % at");
    }

    @Test
    void aMappingBesideTheTableAlwaysApplies() throws IOException {
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
    void newEntriesAreTakenAndUnknownIdsReported() throws IOException {
        assertThat(read(Mapping.NONE.match("SiEn Qingdao", "new"), "name\nSiEn Qingdao\n").yaml)
                .contains("name: SiEn Qingdao");
        assertThat(read(Mapping.NONE.match("SiEn Qingdao", "sein"), "name\nSiEn Qingdao\n").problems)
                .containsExactly("--match: unknown project `sein`; did you mean `sien`?");
    }

    @Test
    void anExplicitIdDecides() throws IOException {
        assertThat(read(Mapping.NONE, "id,name\nsien-two,SiEn Qingdao\n").yaml).contains("id: sien-two");
        assertThat(read(Mapping.NONE, "id,name,yieldRate\nsien,SiEn,95 %\n").yaml)
                .isEqualTo("""
                    answers:
                      - project: sien
                        fact: project.yieldRate
                        value: 95 %
                        asOf: 2026-01-08
                        source: file list.csv
                    """);
    }

    @Test
    void missingDatesAndSourcesAreNotInherited() throws IOException {
        Imported imported = read(Mapping.NONE.match("SiEn Qingdao", "sien"), "name,linkedFirms\nSiEn Qingdao,8\n");
        Universe amended = CHIPS.and(Map.of("answers.yaml", imported.yaml));

        assertThat(amended.problems()).isEmpty();
        assertThat(imported.yaml)
                .contains("asOf: 2026-01-08", "source: file list.csv")
                .doesNotContain("article");
    }

    @Test
    void timelessValuesMayBeRepeated() throws IOException {
        Mapping sien = Mapping.NONE.match("SiEn Qingdao", "sien");

        assertThat(read(sien, "name,owner,decided,yieldRate\nSiEn Qingdao,Haier Group,2018-03,95 %\n").problems)
                .isEmpty();
        Imported nothing = read(sien, "name,owner\nSiEn Qingdao,海尔\n");
        assertThat(nothing.rows.passedOver()).containsEntry(PassedOver.KNOWN, 1L);
        assertThat(read(sien, "name,owner,yieldRate\nSiEn Qingdao,Goertek,95 %\n").problems)
                .containsExactly(
                        "list.csv:2:2: `owner` has a single value for all times, which is at chips.yaml:14:38");
    }

    @Test
    void aRowOfAKnownCityIsQuestionedAndAmendsIt() throws IOException {
        String cities = "城市,省份,企业数量\n青岛市,Shandong,150\n烟台,山东,60\n";
        Imported asked = read(Mapping.NONE, cities);
        Imported joined = read(Mapping.NONE.match("青岛市", "qingdao"), cities);

        assertThat(asked.problems)
                .containsExactly(
                        "list.csv:2:1: `青岛市` may be the known city `qingdao`, called `Qingdao 青岛`; give `--match \"青岛市=qingdao\"` if it is the same city, or `--match \"青岛市=new\"` for a new one");
        assertThat(joined.problems).isEmpty();
        assertThat(joined.yaml)
                .contains("id: 烟台", "fact: city.firmCount", "value: 150")
                .doesNotContain("id: 青岛市");
    }

    @Test
    void rowsOfAKnownCitysListExtendOrAmendIt() throws IOException {
        Imported imported = read(Mapping.NONE, """
            城市,基金名称,规模,可投资金,截至日期
            青岛,农银AIC基金,,10亿元,2026-01-01
            青岛,蓝谷基金,30亿元,,
            """);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.yaml).isEqualTo("""
            answers:
              - city: qingdao
                fact: city.funds.aic-abc.available
                value: 10亿元
                asOf: 2026-01-01
                source: file list.csv
              - city: qingdao
                fact: city.funds
                rows:
                  - {id: 蓝谷基金, name: 蓝谷基金, capital: 30亿元}
                asOf: 2026-01-08
                source: file list.csv
            """);
        Universe amended = CHIPS.and(Map.of("answers.yaml", imported.yaml));
        assertThat(amended.problems()).isEmpty();
        assertThat(amended.answers()).hasSize(2);
    }

    @Test
    void aFundNameContainingAKnownOneIsQuestioned() throws IOException {
        assertThat(read(Mapping.NONE, "城市,基金名称,规模\n青岛,农银AIC基金二期,3亿元\n").problems)
                .containsExactly(
                        "list.csv:2:2: `农银AIC基金二期` may be `aic-abc` of the known `cities.funds`, called `AIC fund of ABC 农银AIC基金`; give `--match \"农银AIC基金二期=aic-abc\"` to amend it, or `--match \"农银AIC基金二期=new\"` for a new one");
        assertThat(read(Mapping.NONE.match("农银AIC基金二期", "aic-abd"), "城市,基金名称,规模\n青岛,农银AIC基金二期,3亿元\n").problems)
                .containsExactly(
                        "--match: there is no `aic-abd` among the known `cities.funds`; did you mean `aic-abc`?");
    }

    @Test
    void aRowThatExtendsACompleteListIsReported() throws IOException {
        Imported imported = read(Mapping.NONE, "city,lead user,end market\nQingdao,Midea,Home appliances\n");

        assertThat(imported.notes)
                .containsExactly(
                        "list.csv:2:1: this row extends `leadUsers` of `qingdao`, which was declared complete");
        assertThat(read(Mapping.NONE, "city,lead user,end market\nQingdao,海尔,Home appliances\n")
                        .rows
                        .passedOver())
                .containsEntry(PassedOver.KNOWN, 1L);
    }

    @Test
    void holdingsOfAKnownCityAreStated() throws IOException {
        Universe chips = Imported.CHIPS;
        Imported imported = Imported.of(Files.writeString(
                folder.resolve("list.csv"), "city,link,held,as of\nQingdao,Chip design,yes,2025-01-01\n"));

        assertThat(imported.yaml).contains("fact: city.presences.chip-design.held", "value: true");
        assertThat(chips.and(Map.of("answers.yaml", imported.yaml)).problems()).isEmpty();
    }

    @Test
    void aSimilarFirmNameIsNotedOnce() throws IOException {
        String list = "name,owner\nAlpha,Haier Smart Home\nBeta,Haier Smart Home\nGamma,Midea\nDelta,海尔\n";
        Imported asked = read(Mapping.NONE, list);

        assertThat(asked.notes)
                .containsExactly(
                        "list.csv:2:2: `Haier Smart Home` may be the known firm `haier`, called `Haier 海尔`; it counts as another firm; give `--match \"Haier Smart Home=haier\"` if it is the same firm, or `--match \"Haier Smart Home=new\"` for another one");
        assertThat(asked.yaml).contains("owner: Haier Smart Home");
        assertThat(read(Mapping.NONE.match("Haier Smart Home", "haier"), list).yaml)
                .contains("owner: Haier 海尔")
                .doesNotContain("Smart Home");
        assertThat(read(Mapping.NONE.match("Haier Smart Home", "new"), list).notes)
                .isEmpty();
        assertThat(read(Mapping.NONE.match("Haier Smart Home", "hayer"), list).problems)
                .containsOnly("--match: unknown firm `hayer`; did you mean `haier`?");
    }

    @Test
    void aSimilarCityNameIsQuestioned() throws IOException {
        String list = "name,city\nAlpha,青岛蓝谷\n";

        assertThat(read(Mapping.NONE, list).problems)
                .containsExactly(
                        "list.csv:2:2: `青岛蓝谷` may be the known city `qingdao`, called `Qingdao 青岛`; give `--match \"青岛蓝谷=qingdao\"` if it is the same city, or `--match \"青岛蓝谷=new\"` for a new one");
        assertThat(read(Mapping.NONE.match("青岛蓝谷", "qingdao"), list).yaml).contains("city: qingdao");
        assertThat(read(Mapping.NONE.match("青岛蓝谷", "qingdao"), "city,fund,capital\n青岛蓝谷,海洋基金,3亿元\n").yaml)
                .contains("city: qingdao", "fact: city.funds");
    }

    @Test
    void linksOfAKnownChainAreNotAmended() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "chain,link,stage\nIntegrated circuits,Masks,design\n");

        assertThat(Imported.of(list).problems)
                .containsExactly(
                        "list.csv:2:1: the chain `integrated-circuits` is already in the universe; a table cannot add to it");
    }

    @Test
    void aRefusedRowOfAKnownCityCreatesNoSecondCity() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "city,end market,output a year\nQingdao,Robots,3亿元\n");
        Tables read = Tables.read(List.of(list), CHIPS);

        assertThat(read.problems()).hasSize(1);
        assertThat(CHIPS.with(read.documents(), false, List.of()).problems()).isEmpty();
    }

    @Test
    void listRowsCreateNoCityBesideKnownOnes() throws IOException {
        assertThat(read(Mapping.NONE, "city,fund,capital\nQingdau,Alpha,3亿元\n").problems)
                .containsExactly("list.csv:2:1: unknown city `Qingdau`; did you mean `qingdao`?");
    }
}
