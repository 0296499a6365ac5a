package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.Imported;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of amounts are understood or asked about, never left out. */
class UnknownAmountsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total cost ($bn)",
                "Capital cost (USD bn)",
                "Announced investment",
                "Investment (JPY 100 million)",
                "Investition (Mio. EUR)",
                "総投資額（億円）",
                "투자금액(억원)",
                "capex_inr_cr",
                "totalInvestmentUsdMn",
                "Geplante Investition",
                "coût total (M€)",
                "inversión prevista",
                "予定投資額",
                "预计总投资（亿元）",
                "capexInrCr",
                "total_project_cost_usd_mn",
                "프로젝트 총투자비",
                "総事業費（百万円）",
                "Voraussichtliche Gesamtkosten (Mio. €)",
            })
    void headingsOfTheTotalInvestmentAreUnderstood(String heading) {
        assertThat(new Meanings(EntryKinds.of(ShippedFacts.VOCABULARY).projects())
                        .exact(HeadingUnit.of(heading).bare()))
                .containsExactly("investment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Registered capital (USD mn)|20",
                "年度计划投资（亿元）|2",
                "2025年计划投资|2",
                "到位资金|2.5",
                "已完成投资（万元）|300",
                "Förderung (Mio. EUR)|5.000",
                "補助金上限（億円）|4760",
                "Subsidy|12",
                "Cost per unit|0.5",
                "Kosten je Platz|100",
                "Size (bn)|2",
                "Deal|$500 mn",
                "Baukosten|12",
                "Fördersumme|1,5",
                "공사비|100",
                "已到位|500万元",
                "presupuesto|12",
                "opexUsd|12",
                "Cost per year|12",
                "Cost in year 2|12",
                "Investment to date|12",
                "Amount|12",
                "Taxes|3",
                "Currency of investment|三亿元",
            })
    void headingsOfOtherAmountsAreAskedAbout(String heading, String cell) throws IOException {
        assertThat(problems(heading, cell))
                .singleElement()
                .asString()
                .contains("the heading `" + heading + "`")
                .contains("`--map \"" + heading + "=-\"` to leave the column out");
        assertThat(Imported.of(file(heading, cell)).yaml).isEqualTo("projects: []\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost centre|4711",
                "成本中心|4711",
                "投资时间|2024-05",
                "Investment date|2024-05-01",
                "Investment thesis|strong in 3 markets",
                "Funding round|Series B",
                "能源消费（万吨）|12",
                "Jobs created (thousand)|12",
                "Power (GW)|1.2",
                "用地面积（亩）|120",
                "资金来源|自筹",
                "Capital|Lucknow",
                "Funding|tbd",
                "Currency of investment|USD",
                "Investment round|Series B",
                "Number of investments|12",
                "Cost code|4711",
                "投资方联系人|张三",
                "investor relations contact|Ms Li",
                "投资占比|12",
            })
    void otherColumnsAreNotAskedAbout(String heading, String cell) throws IOException {
        assertThat(problems(heading, cell)).isEmpty();
    }

    @Test
    void partsOfAnAmountAreLeftOutAsParts() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.csv"), "项目名称,总投资（亿元）,其中：设备购置费（亿元）,二期投资（亿元）,备用\n甲,10,4,3,x\n");

        Imported imported = Imported.of(list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.tables.get(0).columns())
                .extracting(Column::state)
                .containsExactly(
                        Column.State.KNOWN,
                        Column.State.KNOWN,
                        Column.State.PART,
                        Column.State.PART,
                        Column.State.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年计划投资（万元）",
                "年度计划投资",
                "本年度投资",
                "截至2025年底累计完成投资",
                "累计完成投资",
                "Investment in 2025 (USD mn)",
                "Capex 2026",
                "Investment to date",
                "Investition 2025 (Mio. EUR)",
            })
    void theInvestmentOfAYearIsAPartOfTheTotal(String heading) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "name,Total investment (mn yuan)," + heading + "\nAlpha,100,12\n");

        Imported imported = Imported.of(list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.tables.get(0).columns().get(2).state()).isEqualTo(Column.State.PART);
        assertThat(imported.tables.get(0).columns().get(2).choices()).containsExactly("investment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Revenue 2025 (USD mn)", "Subsidy 2025 (USD mn)", "2025年营收（亿元）"})
    void otherAmountsOfAYearAreAskedAbout(String heading) throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "name,Total investment (mn yuan)," + heading + "\nAlpha,100,12\n");

        assertThat(Imported.of(list).problems).singleElement().asString().contains("`" + heading + "`");
    }

    @Test
    void aQuestionNamesTheFactsAndTheOptions() throws IOException {
        assertThat(problems("Registered capital (USD mn)", "20"))
                .containsExactly("list.csv:1:2: the heading `Registered capital (USD mn)` is unknown; it may mean"
                        + " `investment` or `fundingNeed` or `annualOutput` or `directFunding` or `loans` or"
                        + " `annualTax`; give `--map \"Registered capital (USD mn)=investment\"`, or another of these"
                        + " names, or `--map \"Registered capital (USD mn)=-\"` to leave the column out");
    }

    @Test
    void amountsWithoutAHeadingAreAskedAboutByTheirColumn() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "name,,city\nAlpha,3亿元,Qingdao\n");

        assertThat(Imported.of(list).problems)
                .singleElement()
                .asString()
                .endsWith("list.csv:1:2: column B contains amounts and has no heading; it may mean `investment` or"
                        + " `fundingNeed` or `annualOutput` or `directFunding` or `loans` or `annualTax`; give"
                        + " `--map \"B=investment\"`, or another of these names, or `--map \"B=-\"` to leave the"
                        + " column out");
    }

    @Test
    void onlyFactsOfPacksThatTheUniverseUsesAreOffered() throws IOException {
        Universe ofChips = Universe.parse(ShippedFacts.VOCABULARY, Map.of("chips.yaml", """
                universe: {name: chips, asOf: 2026-01-08}
                cities: [{id: qingdao, name: Qingdao}]
                projects: [{id: fab, name: Fab, annualOutput: 5 bn yuan}]
                """));
        Path list = Files.writeString(folder.resolve("list.csv"), "name,Jobs,Fee (USD mn)\nAlpha,300,20\n");

        assertThat(Imported.of(ofChips, Mapping.NONE, null, list).problems)
                .singleElement()
                .asString()
                .contains("the heading `Fee (USD mn)` is unknown; it may mean `investment` or `fundingNeed` or"
                        + " `annualOutput`; give");
    }

    @Test
    void wordsAndRowNumbersWithoutAHeadingAreNotAskedAbout() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), ",name,,city\n1,Alpha,new,Qingdao\n");

        assertThat(Imported.of(list).problems).isEmpty();
    }

    @Test
    void anAmountFarBelowInAnEmptyColumnIsReported() throws IOException {
        String rows = IntStream.rangeClosed(1, 1_100)
                .mapToObj(row -> "Plant " + row + ",\n")
                .collect(Collectors.joining());
        Path list = Files.writeString(folder.resolve("list.csv"), "name,Fee\n" + rows + "Last,3亿元\n");

        Imported imported = Imported.of(list);

        assertThat(imported.problems)
                .singleElement()
                .asString()
                .endsWith("list.csv:1102:2: `3亿元` is an amount in the column `Fee`, which is not taken; give"
                        + " `--map \"Fee=…\"`, or `--map \"Fee=-\"` to leave the column out");
    }

    @Test
    void aGuessForAFactOfAnotherColumnIsNoQuestion() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "Projekt;Standort;Start\nAlpha;Qingdao;2025\n");

        assertThat(Imported.of(list).problems).isEmpty();
    }

    @Test
    void aHeadingThatEndsInNameIsAskedAboutWhereNoOtherNamesTheProjects() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "Company,Plant Name,Contact name,Plant cost (in US$ Billions)\nA,P,C,3\n");

        assertThat(Imported.of(list).problems)
                .anySatisfy(problem -> assertThat(problem)
                        .endsWith("list.csv:1:2: the heading `Plant Name` is unknown; it may mean `name`; give"
                                + " `--map \"Plant Name=name\"`, or `--map \"Plant Name=-\"` to leave the column out"))
                .anySatisfy(problem -> assertThat(problem).contains("`Plant cost (in US$ Billions)` is unknown"));
    }

    @Test
    void aRowWithoutANameSaysWhereItIsMissing() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "序号,项目名称,所在城市\n1,甲,青岛\n2,,青岛\n");

        assertThat(Imported.of(list).problems).containsExactly("list.csv:3:2: no name in column B (`项目名称`)");
    }

    @Test
    void sectionsWithTheirSumsAreNoProjects() throws IOException {
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "序号,项目名称,总投资（亿元）,备用\n一、续建项目（1个）,,30,5000\n1,甲,30,5000\n二,新建项目,12,200\n（一）集成电路,,12,\n2,乙,12,200\n");

        Imported imported = Imported.of(list);

        assertThat(imported.problems).isEmpty();
        assertThat(imported.rows.taken()).isEqualTo(2);
        assertThat(imported.rows.passedOver()).containsEntry(PassedOver.SECTION, 3L);
    }

    private List<String> problems(String heading, String cell) throws IOException {
        return Imported.of(file(heading, cell)).problems.stream()
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    private Path file(String heading, String cell) throws IOException {
        return Files.writeString(
                folder.resolve("list.csv"), "name,\"%s\"\nAlpha,\"%s\"\nBeta,\"%s\"\n".formatted(heading, cell, cell));
    }
}
