package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.Imported;
import dev.winnow.tables.internal.cells.CellChange;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

    private static CellReader.Reading read(String property, String unit, String cell) {
        Key key = Objects.requireNonNull(
                Key.parse(property, EntryKinds.of(ShippedFacts.VOCABULARY).projects()));
        return new CellReader(key, unit, NameLookup.of(Imported.CHIPS), Unit.MONEY).read(cell);
    }

    @Test
    void oneApostropheBeforeAFormulaSignIsRemoved() {
        assertThat(read("owner", null, "'=x").text()).isEqualTo("=x");
        assertThat(read("owner", null, "''=x").text()).isEqualTo("'=x");
        assertThat(read("owner", null, "'s-Hertogenbosch").text()).isEqualTo("'s-Hertogenbosch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "亿元 | ¥450000 | `¥450000` under a heading in `亿元` can mean two amounts | did you mean `450000亿元` or"
                        + " `450000 yuan`?",
                "bn yuan | RMB 3,000,000-5,000,000 | `RMB 3,000,000-5,000,000` under a heading in `bn yuan` can mean"
                        + " two amounts | did you mean `3,000,000-5,000,000 bn yuan` or `3,000,000-5,000,000 yuan`?",
                "mn usd | 120 € | `120 €` and its heading, in `mn usd`, have different currencies | did you mean `120"
                        + " mn EUR` or `120 EUR`?",
                "mn usd | €120 | `€120` and its heading, in `mn usd`, have different currencies | did you mean `120 mn"
                        + " EUR` or `120 EUR`?",
                "亿元 | over $300 | `over $300` and its heading, in `亿元`, have different currencies | did you mean `over"
                        + " 300亿美元` or `over 300美元`?",
                "亿元 | 3,500,000 yuan | `3,500,000 yuan` under a heading in `亿元` can mean two amounts | did you mean"
                        + " `3,500,000亿元` or `3,500,000 yuan`?",
                "万元 | 350000元 | `350000元` under a heading in `万元` can mean two amounts | did you mean `350000万元` or"
                        + " `350000 yuan`?",
                "亿元 | 3万-5 | `3万-5` under a heading in `亿元` can mean two amounts | did you mean `3万-5万元` or `3万-5亿元`?",
                "亿元 | 3 crore | `3 crore` names no currency | did you mean `3 crore INR` or `3 crore yuan`?",
                "mn cad | US$120 | `US$120` and its heading, in `mn cad`, have different currencies | did you mean"
                        + " `120 mn USD` or `120 USD`?"
            })
    void ambiguousMoneyIsRefusedWithBothReadings(String unit, String cell, String what, String advice) {
        Problem wrong =
                Objects.requireNonNull(read("investment", unit, cell).wrong()).apply(Place.file("list.csv"));

        assertThat(wrong.what()).hasToString(what);
        assertThat(wrong.advice()).hasToString(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.7 | 70 % | 0.7 %",
                "1 | 100 % | 1 %",
                "0.7-0.8 | 70-80 % | 0.7-0.8 %",
                "about 0.7 | about 70 % | about 0.7 %",
                ">0.7 | >70 % | >0.7 %",
                "0.7+ | 70 %+ | 0.7 %+",
                "约0.7 | 约70 % | 约0.7 %",
                "不低于0.7 | 不低于70 % | 不低于0.7 %",
                "0.7-80% | 70-80 % | 0.7-80 %",
                "0.7-80 | 70-80 % | 0.7-80 %"
            })
    void aNumberUpToOneBelowAHeadingInPercentIsRefusedInEveryForm(String cell, String share, String percent) {
        Problem wrong =
                Objects.requireNonNull(read("yieldRate", "%", cell).wrong()).apply(Place.file("list.csv"));

        assertThat(wrong.what()).hasToString("`" + cell + "` under a heading in percent can mean two shares");
        assertThat(wrong.advice()).hasToString("did you mean `" + share + "` or `" + percent + "`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "investment | | 15 bn yuan | 15 bn yuan",
                "investment | | 150亿元 | 150亿元",
                "investment | | 7,800万 | 7,800万元",
                "investment | | 7800万左右 | 7800万元左右",
                "investment | 亿元 | 150 | 150亿元",
                "investment | 亿元 | 1,500.5 | 1,500.5亿元",
                "investment | 亿元 | 超过150 | 超过150亿元",
                "investment | 亿元 | 150以上 | 150亿元以上",
                "investment | 亿元 | 100-150 | 100-150亿元",
                "investment | 亿元 | 30多 | 超过30亿元",
                "investment | 亿元 | 约30左右 | 约30亿元左右",
                "investment | 亿元 | 三十 | 30亿元",
                "investment | | 30亿-50亿 | 30亿-50亿元",
                "yieldRate | % | 八成 | 八成",
                "investment | 亿元 | 7,800万元 | 7,800万元",
                "investment | 亿元 | 7,800万 | 7,800万元",
                "investment | 亿 | 150 | 150亿元",
                "investment | bn yuan | 1.5 | 1.5 bn yuan",
                "investment | 亿元 | ¥300m | ¥300m",
                "investment | 亿元 | RMB 3亿 | RMB 3亿",
                "investment | 亿元 | 3.5 bn yuan | 3.5 bn yuan",
                "investment | 亿元 | 300元 | 300亿元",
                "investment | 亿元 | 3 RMB | 3亿元",
                "investment | 亿元 | 3 yuan | 3亿元",
                "investment | 亿元 | ¥3-¥5 | 3-5亿元",
                "investment | 亿元 | 约3元 | 约3亿元",
                "investment | 亿元 | ¥3元 | 3亿元",
                "investment | 亿元 | 3元至5元 | 3至5亿元",
                "investment | 亿元 | 介于3和5元之间 | 3–5亿元",
                "investment | 亿元 | between 3 and 5 | 3–5亿元",
                "investment | 亿元 | 3万元 | 3万元",
                "investment | mn usd | 120 USD | 120 mn usd",
                "investment | mn usd | USD 120 | 120 mn usd",
                "investment | mn usd | $120-$150 | 120-150 mn usd",
                "investment | mn usd | $120-150 | 120-150 mn usd",
                "investment | mn usd | 120-150 USD | 120-150 mn usd",
                "investment | mn usd | over $120 | over 120 mn usd",
                "investment | mn usd | $1.2bn | $1.2bn",
                "investment | mn usd | 120 mn USD | 120 mn USD",
                "investment | 億円 | 120 | 120億円",
                "investment | 億円 | 120円 | 120億円",
                "investment | 억원 | 1,200 | 1,200억원",
                "investment | 억원 | 1조 2,000억원 | 1조 2,000억원",
                "investment | mn inr | 3 crore | 3 crore INR",
                "investment | 亿元 | 3万-5万 | 3万-5万元",
                "investment | 元 | ¥300 | ¥300",
                "investment | | ¥300 | ¥300",
                "investment | 亿元 | ¥300 | 300亿元",
                "investment | 亿元 | over RMB 1,200 | over 1,200亿元",
                "investment | bn yuan | CNY 3-5 | 3-5 bn yuan",
                "investment | mn usd | $120 | 120 mn usd",
                "investment | mn usd | about US$ 1,200.5 | about 1,200.5 mn usd",
                "investment | mn usd | $120 million | $120 million",
                "investment | mn usd | $0.5bn | $0.5bn",
                "investment | mn cad | $120 | 120 mn cad",
                "investment | cad | $120,000,000 | 120,000,000 cad",
                "investment | mn hkd | HK$120 | 120 mn hkd",
                "investment | bn jpy | ¥120 | 120 bn jpy",
                "investment | bn jpy | ￥120 | 120 bn jpy",
                "investment | mn eur | €20–30 | 20–30 mn eur",
                "investment | mn eur | 120 € | 120 mn eur",
                "investment | mn eur | 20–30 € | 20–30 mn eur",
                "investment | mn eur | over 120 € | over 120 mn eur",
                "investment | mn usd | 120$ | 120 mn usd",
                "investment | mn eur | 120 mn € | 120 mn €",
                "investment | mn eur | 120 EUR | 120 mn eur",
                "investment | usd | $120 | $120",
                "investment | 亿元 | １５０ | 150亿元",
                "investment | 亿元 | 300① | 300①",
                "yieldRate | % | 9² | 9²",
                "yieldRate | | 70 % | 70 %",
                "yieldRate | | 超过85% | 超过85%",
                "yieldRate | | 0.9 | 0.9",
                "yieldRate | % | 92 | 92 %",
                "yieldRate | % | 70-80 | 70-80 %",
                "yieldRate | % | 70%-80 | 70-80 %",
                "yieldRate | % | 70-80% | 70-80 %",
                "yieldRate | % | 0.5-3 | 0.5-3 %",
                "yieldRate | % | 0.7% | 0.7%",
                "yieldRate | % | 0 | 0 %",
                "yieldRate | % | 92.5以上 | 92.5 %以上",
                "yieldRate | % | 92% | 92%",
                "linkedFirms | | 10家 | 10家",
                "yearsToFirstProduct | | 36个月 | 3",
                "yearsToFirstProduct | 月 | 18 | 1.5",
                "yearsToFirstProduct | | 20 months | about 1.6667",
                "decided | | 2025-03-01 | 2025-03-01",
                "decided | | 2025/3/1 | 2025-03-01",
                "decided | | 2025.3.1 | 2025-03-01",
                "decided | | ２０２５－０３－０１ | 2025-03-01",
                "decided | | 2025-03-0¹ | 2025-03-0¹",
                "decided | | 2025年③月 | 2025年③月",
                "decided | | March¹ 2025 | March¹ 2025",
                "decided | | 2025年3月 | 2025-03",
                "decided | | 2025年3月1日 | 2025-03-01",
                "decided | | 2025年 | 2025",
                "decided | | 20250301 | 2025-03-01",
                "decided | | 2025-03-01 00:00:00 | 2025-03-01",
                "decided | | March 1, 2025 | 2025-03-01",
                "decided | | 1 Mar 2025 | 2025-03-01",
                "decided | | Mar 2025 | 2025-03",
                "decided | | 25/3/2025 | 2025-03-25",
                "decided | | 2025年上半年 | 2025-H1",
                "decided | | H1 2025 | 2025-H1",
                "decided | | 2025H2 | 2025-H2",
                "decided | | second half of 2025 | 2025-H2",
                "decided | | Q3 2025 | 2025-Q3",
                "decided | | 2025Q3 | 2025-Q3",
                "decided | | 2025年第三季度 | 2025-Q3",
                "decided | | 2025年3季度 | 2025-Q3",
                "decided | | 3Q 2025 | 2025-Q3",
                "decided | | the fourth quarter of 2025 | 2025-Q4",
                "decided | | 2025年底 | 2025-12",
                "decided | | 2025年末 | 2025-12",
                "decided | | end of 2025 | 2025-12",
                "decided | | 2025年3月下旬 | 2025-03",
                "investment | 亿日元 | ￥3亿 | 3亿 JPY",
                "investment | 亿日元 | over ¥3 bn | over 3 bn JPY",
                "investment | 亿日元 | ¥3-¥5 bn | 3-5 bn JPY",
                "investment | 亿日元 | CN¥3亿 | CN¥3亿",
                "investment | mn hkd | $3bn | 3 bn HKD",
                "investment | mn hkd | US$3bn | US$3bn",
                "investment | mn usd | over 120 USD mn | over 120 USD mn",
                "investment | | 3亿 | 3亿元",
                "investment | | 3.5 bn | 3.5 bn",
                "decided | | 二〇二五年三月 | 2025-03",
                "decided | | 2025年十二月三十一日 | 2025-12-31",
                "decided | | 03/2025 | 2025-03",
                "domestic | | 是 | true",
                "domestic | | No | false",
                "domestic | | √ | true",
                "domestic | | 无 | false",
                "city | | 青岛市 | qingdao",
                "city | | Qingdao | qingdao",
                "city | | qingdao | qingdao",
                "city | | 山东省青岛市 | qingdao",
                "city | | 山东青岛 | qingdao",
                "city | | 中国山东省青岛市黄岛区 | qingdao",
                "city | | 青岛西海岸新区 | qingdao",
                "city | | Qingdao, Shandong | qingdao",
                "city | | Qingdao (Shandong) | qingdao",
                "city | | 'Qingdao, Shandong Province, P.R. China' | qingdao",
                "city | | Shandong Qingdao | qingdao",
                "city | | 山东省济宁市 | 山东省济宁市",
                "track | | 集成电路 | integrated-circuits",
                "outcome.result | | 烂尾 | failed",
                "yieldRate.hindsight | | 是 | true",
                "yieldRate.asOf | | 2025年3月 | 2025-03",
                "note | | -- | --",
                "name | | 无 | 无"
            })
    void aCellSays(String property, String unit, String cell, String text) {
        CellReader.Reading read = read(property, unit, cell);

        assertThat(read.wrong()).isNull();
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "links; 晶圆制造、芯片设计; wafer-manufacturing, chip-design",
                "links; Chip design | 晶圆制造; chip-design, wafer-manufacturing",
                "links; 芯片设计，晶圆制造; chip-design, wafer-manufacturing",
                "links; chip-design/晶圆制造; chip-design, wafer-manufacturing",
                "endMarkets; 汽车|家电; automotive, home-appliances",
                "coInvestors; A\\|B | C; A|B, C",
                "coInvestors; Aucma, Ltd.; 'Aucma, Ltd.'",
                "needs; 资金、场地; capital, site",
            })
    void listsAreSplit(String property, String cell, String items) {
        assertThat(String.join(
                        ", ", Objects.requireNonNull(read(property, null, cell).texts())))
                .isEqualTo(items);
    }

    @Test
    void noneIsAnEmptyListAndUnknownIsNoValue() {
        assertThat(read("coInvestors", null, "无").texts()).isEmpty();
        assertThat(read("coInvestors", null, "未知").isNothing()).isTrue();
        assertThat(read("investment", "亿元", "待定").change()).isEqualTo(CellChange.Kind.UNKNOWN);
    }

    @Test
    void aLinkNameMayContainAComma() {
        assertThat(read("links", null, "Wafer manufacturing, 8 inches and more").texts())
                .containsExactly("wafer-manufacturing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decided | | 3/4/2025 | `3/4/2025` can be two days",
                "decided | | 45717 | `45717` is not a date, but may be the serial number of 2025-03-01",
                "decided | | mid 2025 | `mid 2025` has no exact first and last day",
                "decided | | 2025年初 | `2025年初` has no exact first and last day",
                "decided | | late 2025 | `late 2025` has no exact first and last day",
                "city | | 江苏省青岛市 | `江苏省青岛市` names the wrong province: the city is in Shandong 山东",
                "yieldRate | % | 0.7 | `0.7` under a heading in percent can mean two shares",
                "name | | =HYPERLINK(\"http://x\",\"y\") | `=HYPERLINK(\"http://x\",\"y\")` is a formula written as"
                        + " text",
                "investment | | =1+1 | `=1+1` is a formula written as text",
            })
    void anAmbiguousCellIsRefused(String property, String unit, String cell, String what) {
        CellReader.Reading read = read(property, unit, cell);

        assertThat(Objects.requireNonNull(read.wrong())
                        .apply(Place.file("a"))
                        .what()
                        .toString())
                .isEqualTo(what);
    }
}
