package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        300 bn yuan      | 300000
        3000亿元          | 300000
        15 mn yuan       | 15
        7,800万元         | 78
        12 yuan          | 0.000012
        1.5 billion yuan | 1500
        2 tn yuan        | 2000000
        1.2万亿元          | 1200000
        RMB 40 million   | 40
        ¥5 bn            | 5000
        ３００亿元          | 30000
        １，２００ mn yuan   | 1200
        0 yuan           | 0
        三十亿元             | 3000
        三亿五千万元           | 350
        3亿5000万元         | 350
        两千零五万元           | 20.05
        十二亿元             | 1200
        叁拾亿元             | 3000
        一万五千元            | 0.015
        1 500 mn yuan    | 1500
        1'500 mn yuan    | 1500
        ¥300m            | 300
        ￥３００ｍ           | 300
        CN¥300 million   | 300
        RMB 3亿           | 300
        RMB300mm         | 300
        350M RMB         | 350
        40 k yuan        | 0.04
        ¥ 3.5b           | 3500
        3.5 bln yuan     | 3500
        1.5 billions yuan | 1500
        20 Mio. RMB      | 20
        人民币3亿元           | 300
        3亿元（人民币）         | 300
        3亿（人民币）          | 300
        RMB 300m yuan    | 300
        """)
    void moneyIsReadAsMillionYuan(String text, double millions) {
        assertThat(read(text, Unit.MONEY)).isEqualTo(Figure.exactly(millions, Unit.MONEY));
    }

    private static final Unit MEGAWATTS = Unit.of("MW", "兆瓦");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        300①          | ①
        300¹ mn yuan  | ¹
        300 ① mn yuan | ①
        ¹300 mn yuan  | ¹
        10²           | ²
        10₂           | ₂
        3½            | ½
        3⒈            | ⒈
        𝟑00           | 𝟑
        ㊂亿元           | ㊂
        ㈠亿元           | ㈠
        1–2²          | ²
        USD¹ 300      |
        3亿² yuan      | ²
        """)
    void decoratedDigitsAreNotReadAsDigits(String text, String decorated) {
        for (Unit unit : List.of(Unit.MONEY, Unit.NUMBER, Unit.SHARE, Unit.of(Unit.Kind.MONEY), MEGAWATTS)) {
            FigureText.Reading reading = FigureText.parse(text, unit, null);
            assertThat(reading.figure()).as(unit.toString()).isNull();
            if (decorated != null) {
                assertThat(reading.what())
                        .hasToString("`%s` contains `%s`, which is not a plain digit".formatted(text, decorated));
                assertThat(reading.advice()).hasToString("write the number in plain digits, and a footnote in `note`");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "300 m²,m²",
        "300 m2,m²",
        "300㎡,m²",
        "300 m²,m2",
        "over 3 km²,km²",
        "7 t CO₂,t CO₂",
        "7–9 t CO2,t CO₂",
        "３ kWh·m⁻²,kWh·m⁻²"
    })
    void aUnitMayHaveThem(String text, String unit) {
        assertThat(read(text, Unit.of(unit, unit))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        300 MW          | 300 MW
        300MW           | 300 MW
        300 mw          | 300 MW
        300             | 300 MW
        300兆瓦           | 300 MW
        1.2万兆瓦          | 12,000 MW
        7 thousand MW   | 7,000 MW
        over 300 MW     | over 300 MW
        300兆瓦以上         | over 300 MW
        约300兆瓦          | about 300 MW
        200-300 MW      | 200–300 MW
        200 MW to 0.3 thousand MW | 200–300 MW
        """)
    void aNumberOfADeclaredUnitIsReadWithItInEitherLanguageOrWithoutIt(String text, String figure) {
        assertThat(read(text, MEGAWATTS)).hasToString(figure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.3 GW    | `0.3 GW` is not in MW          | write it in MW, such as `300 MW`
        300 kW    | `300 kW` is not in MW          | write it in MW, such as `300 MW`
        300 MV    | `300 MV` is not in MW          | write it in MW, such as `300 MW`
        300千瓦     | `300千瓦` is not in MW           | write it in MW, such as `300 MW`
        30 %      | `30 %` is not in MW            | write it in MW, such as `300 MW`
        30 mn yuan | `30 mn yuan` is not in MW     | write it in MW, such as `300 MW`
        300 years | `300 years` is not in MW       | write it in MW, such as `300 MW`
        lots      | `lots` is not a number of MW   | such as `300 MW`
        """)
    void aNumberOfAUnitWithASimilarNameIsRefused(String text, String what, String advice) {
        FigureText.Reading reading = FigureText.parse(text, MEGAWATTS, null);
        assertThat(reading.figure()).isNull();
        assertThat(reading.what()).hasToString(what);
        assertThat(reading.advice()).hasToString(advice);
    }

    @Test
    void aNumberOfADeclaredUnitIsWrittenWithItInEachLanguage() {
        Figure exact = Figure.exactly(12_000, MEGAWATTS);
        Figure range = Figure.between(Amount.of(200), Amount.of(300), MEGAWATTS);
        Figure wide = Figure.between(Amount.of(5_000), Amount.of(20_000), MEGAWATTS);
        assertThat(exact.write(Language.EN)).isEqualTo("12,000 MW");
        assertThat(exact.write(Language.ZH)).isEqualTo("1.2万兆瓦");
        assertThat(range.write(Language.EN)).isEqualTo("200–300 MW");
        assertThat(range.write(Language.ZH)).isEqualTo("200～300兆瓦");
        assertThat(wide.write(Language.ZH)).isEqualTo("5000～20000兆瓦");
        for (Figure figure : List.of(exact, range, wide)) {
            for (Language language : Language.values()) {
                assertThat(read(figure.write(language), MEGAWATTS)).isEqualTo(figure);
            }
        }
    }

    @Test
    void theUnitOfAProductOrQuotientFollowsFromItsParts() {
        Figure power = Figure.exactly(12, MEGAWATTS);
        Figure money = Figure.exactly(30, Unit.MONEY);
        Figure two = Figure.exactly(2, Unit.NUMBER);
        Figure half = Figure.exactly("0.5", Unit.SHARE);
        assertThat(Figure.product(power, two)).hasToString("24 MW");
        assertThat(Figure.product(half, power)).hasToString("6 MW");
        assertThat(Figure.product(power, money)).hasToString("360 mn yuan");
        assertThat(Figure.product(power, power)).hasToString("144");
        assertThat(Figure.quotient(power, two)).hasToString("6 MW");
        assertThat(Figure.quotient(power, Figure.exactly(3, MEGAWATTS))).hasToString("4");
        assertThat(Figure.quotient(money, power)).hasToString("2.5 mn yuan");
        assertThat(Figure.quotient(two, power)).hasToString("0.1667");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6.6 bn USD      | USD | 6600
        $6.6 bn         | USD | 6600
        US$ 6.6 billion | USD | 6600
        6.6 bn dollars  | USD | 6600
        66亿美元           | USD | 6600
        123 mn USD      | USD | 123
        $35,500,000     | USD | 35.5
        €2 bn           | EUR | 2000
        500 mn JPY      | JPY | 500
        HK$3 mn         | HKD | 3
        12.5 Mio. €     | EUR | 12.5
        €12.5m          | EUR | 12.5
        3 Mrd. Euro     | EUR | 3000
        40 Milliarden € | EUR | 40000
        250 Tsd. EUR    | EUR | 0.25
        250 k€          | EUR | 0.25
        120 M€          | EUR | 120
        1.2 Md€         | EUR | 1200
        2 Mds€          | EUR | 2000
        35 millions d'euros | EUR | 35
        35 millions d’euros | EUR | 35
        2 milliards d'euros | EUR | 2000
        2 milliards €   | EUR | 2000
        35 millones de euros | EUR | 35
        2 mil millones de euros | EUR | 2000
        35 milhões de euros | EUR | 35
        35 milioni di euro | EUR | 35
        1 234 mn EUR    | EUR | 1234
        1'234.5 mn CHF  | CHF | 1234.5
        Fr. 12 mn       | CHF | 12
        5億円             | JPY | 500
        300百万円          | JPY | 300
        1.2兆円           | JPY | 1200000
        1兆2000億円        | JPY | 1200000
        1兆2,000億円       | JPY | 1200000
        250万円           | JPY | 2.5
        400千円           | JPY | 0.4
        五億円             | JPY | 500
        500億ドル          | USD | 50000
        2000억원          | KRW | 200000
        1조 2,000억원       | KRW | 1200000
        1조2천억원          | KRW | 1200000
        1.5조원           | KRW | 1500000
        300만원           | KRW | 3
        300백만원          | KRW | 300
        ₩3 bn           | KRW | 3000
        300 bn won      | KRW | 300000
        3억달러            | USD | 300
        3 crore rupees  | INR | 30
        ₹12,34,567 lakh | INR | 123456.7
        """)
    void moneyIsReadInTheCurrencyOfTheUniverse(String text, String code, double millions) {
        Unit currency = unit(code);
        assertThat(read(text, currency)).isEqualTo(Figure.exactly(millions, currency));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6600          | USD | `6600` has no unit of money      | did you mean `6600 USD` or `6600 mn USD`?
        66亿           | USD | `66亿` has no unit of money       | did you mean `66亿美元`?
        6.6 bn        | USD | `6.6 bn` has no unit of money    | did you mean `6.6 bn USD`?
        40 bn yuan    | USD | `40 bn yuan` is not in USD       | write the amount in USD, with the rate in `note`
        400亿元         | USD | `400亿元` is not in USD            | write the amount in USD, with the rate in `note`
        ¥40 bn        | USD | `¥40 bn` is not in USD           | write the amount in USD, with the rate in `note`
        HK$40 bn      | USD | `HK$40 bn` is not in USD         | write the amount in USD, with the rate in `note`
        $6.6 bn       | EUR | `$6.6 bn` is not in EUR          | write the amount in EUR, with the rate in `note`
        66亿美元         | MONEY | `66亿美元` is not in yuan         | write the amount in yuan, with the rate in `note`
        $6.6 bn       | MONEY | `$6.6 bn` is not in yuan         | write the amount in yuan, with the rate in `note`
        6.6 bn UDS    | USD | `6.6 bn UDS` has an unknown unit of money | did you mean `6.6 bn USD`?
        lots          | USD | `lots` is not money              | such as `300 mn USD`
        """)
    void moneyOfAnotherCurrencyIsRefusedWithoutARate(String text, String code, String what, String advice) {
        Unit currency = unit(code);
        aTextThatIsNoFigureIsReportedWithAdvice(text, currency.name(), what, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        90 %         | 0.9
        90%          | 0.9
        ９０％         | 0.9
        0.9          | 0.9
        7 %          | 0.07
        99.9 percent | 0.999
        85 pct       | 0.85
        百分之八十五       | 0.85
        八成           | 0.8
        8成5          | 0.85
        1            | 1
        0            | 0
        """)
    void aShareIsReadAsAPartOfOne(String text, double share) {
        assertThat(read(text, Unit.SHARE)).isEqualTo(Figure.exactly(share, Unit.SHARE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1200        | 1200
        1,200       | 1200
        1，200       | 1200
        3万          | 30000
        1.5亿        | 150000000
        150 million | 150000000
        0.25        | 0.25
        """)
    void aNumberMayBeGroupedOrScaled(String text, double number) {
        assertThat(read(text, Unit.NUMBER)).isEqualTo(Figure.exactly(number, Unit.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "over 10",
                "at least 10",
                "more than 10",
                "≥ 10",
                ">=10",
                "超过10",
                "至少 10",
                "10以上",
                "Over 10",
                "不低于10",
                "不小于10",
                "10多",
                "10余",
                "10+",
                "10 or more",
                "10及以上",
                "超过10以上",
                "十多家",
                "10余家"
            })
    void overIsALowerBound(String text) {
        Figure figure = read(text, Unit.NUMBER);
        assertThat(figure.low()).isEqualTo(Amount.of(10));
        assertThat(figure.high()).isEqualTo(Amount.UNBOUNDED);
        assertThat(figure.bound()).isEqualTo(Bound.AT_LEAST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at most 10",
                "up to 10",
                "under 10",
                "≤ 10",
                "<=10",
                "不超过10",
                "10以内",
                "不高于10",
                "最高10",
                "10 or less"
            })
    void underIsAnUpperBound(String text) {
        assertThat(read(text, Unit.NUMBER)).isEqualTo(Figure.stated(Amount.of(10), Bound.AT_MOST, Unit.NUMBER, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about 10",
                "约合10",
                "approximately 10",
                "~10",
                "约10",
                "10左右",
                "约10左右",
                "近10",
                "接近10",
                "nearly 10",
                "10上下",
                "close to 10"
            })
    void aboutIsWithinFivePerCent(String text) {
        Figure figure = read(text, Unit.NUMBER);
        assertThat(figure.low()).isEqualTo(Amount.of("9.5"));
        assertThat(figure.high()).isEqualTo(Amount.of("10.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000-1200",
                "1000–1200",
                "1,000 – 1,200",
                "1000 to 1200",
                "1000至1200",
                "1000～1200",
                "1000——1200",
                "between 1000 and 1200",
                "from 1000 to 1200",
                "1000至1200之间",
                "介于1000和1200之间",
                "一千到一千二百"
            })
    void aRangeIsAnythingBetween(String text) {
        assertThat(read(text, Unit.NUMBER))
                .isEqualTo(Figure.between(Amount.of(1000), Amount.of(1200), Unit.NUMBER, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        30亿-50亿元         | 3000 | 5000
        30～50亿元          | 3000 | 5000
        30亿元至50亿元        | 3000 | 5000
        3000万-1亿元        | 30   | 100
        三十至五十亿元          | 3000 | 5000
        RMB 3-5 bn       | 3000 | 5000
        ¥3 bn to ¥5 bn   | 3000 | 5000
        3-5 bn yuan      | 3000 | 5000
        30-50亿元之间        | 3000 | 5000
        约30-50亿元         | 2850 | 5250
        30-50亿元左右        | 2850 | 5250
        ¥300-500m        | 300  | 500
        ¥300m-500m       | 300  | 500
        300-500m RMB     | 300  | 500
        人民币3-5亿元         | 300  | 500
        ¥3 to ¥5 bn      | 3000 | 5000
        ¥3-5 bn yuan     | 3000 | 5000
        ¥3 mn to ¥5 bn   | 3    | 5000
        人民币3万至5亿元        | 0.03 | 500
        ¥3元至5亿元          | 300  | 500
        500,000 yuan–3 mn yuan | 0.5 | 3
        介于3和5亿元之间        | 300  | 500
        5亿元 bis 6亿元       | 500  | 600
        """)
    void aRangeOfMoneyMayNameItsUnitOnceOrTwice(String text, String low, String high) {
        assertThat(read(text, Unit.MONEY)).isEqualTo(Figure.between(Amount.of(low), Amount.of(high), Unit.MONEY, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        30多亿元            | over 3 bn yuan
        30亿多元            | over 3 bn yuan
        30余亿元            | over 3 bn yuan
        三十多亿元            | over 3 bn yuan
        30+ mn yuan      | over 30 mn yuan
        超过3亿5千万元         | over 350 mn yuan
        三亿五元             |
        三600万元            |
        十5亿元              |
        三四亿元             |
        一百二万元            |
        几十亿元             |
        """)
    void aNumberWithMoreIsALowerBoundAndAnAmbiguousOneIsRefused(String text, String figure) {
        assertThat(Objects.toString(FigureText.parse(text, Unit.MONEY, null).figure(), null))
                .isEqualTo(figure);
    }

    @Test
    void theFirstNumberOfARangeTakesTheUnitOfTheSecond() {
        assertThat(read("200–300 bn yuan", Unit.MONEY)).isEqualTo(read("200 bn yuan – 300 bn yuan", Unit.MONEY));
        assertThat(read("85-90 %", Unit.SHARE))
                .isEqualTo(Figure.between(Amount.of("0.85"), Amount.of("0.9"), Unit.SHARE, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        300           | MONEY  | `300` has no unit of money                    | did you mean `300 yuan` or `300 mn yuan`?
        3000亿         | MONEY  | `3000亿` has no unit of money                  | did you mean `3000亿元`?
        up to 15      | MONEY  | `up to 15` has no unit of money               | did you mean `up to 15 yuan` or `up to 15 mn yuan`?
        约30亿          | MONEY  | `约30亿` has no unit of money                   | did you mean `约30亿元`?
        3 bn          | MONEY  | `3 bn` has no unit of money                   | did you mean `3 bn yuan`?
        3 million USD | MONEY  | `3 million USD` is not in yuan                | write the amount in yuan, with the rate in `note`
        lots          | MONEY  | `lots` is not money                           | such as `300 mn yuan`
        1.2           | SHARE  | `1.2` is outside 0–1                          | did you mean `1.2 %`?
        101 %         | SHARE  | `101 %` is more than 100 %                    |
        over 100 %    | SHARE  | `over 100 %` allows more than 100 %           | did you mean `100 %`?
        不低于100%       | SHARE  | `不低于100%` allows more than 100 %              | did you mean `100 %`?
        0.7-80%       | SHARE  | `0.7-80%` can mean two shares                 | did you mean `70-80%` or `0.7 %-80%`?
        about 0.7 to 80 % | SHARE | `about 0.7 to 80 %` can mean two shares     | did you mean `about 70 to 80 %` or `about 0.7 % to 80 %`?
        90 yuan       | SHARE  | `90 yuan` is not a share                      | such as `90 %`
        90 precent    | SHARE  | `90 precent` is not a share                   | did you mean `90 %`?
        -3            | NUMBER | `-3` is below 0                               |
        0,5           | NUMBER | `0,5` has a comma in the wrong place          | did you mean `0.5`?
        0,500         | NUMBER | `0,500` has a comma in the wrong place        | did you mean `0.500`?
        1,20          | NUMBER | `1,20` has a comma in the wrong place         | did you mean `1.20` or `120`?
        1,5 bn yuan   | MONEY  | `1,5 bn yuan` has a comma in the wrong place  | did you mean `1.5 bn yuan` or `15 bn yuan`?
        1.234,56      | NUMBER | `1.234,56` has a point in the wrong place     | did you mean `1234.56`?
        1.234,5 mn yuan | MONEY | `1.234,5 mn yuan` has a point in the wrong place | did you mean `1234.5 mn yuan`?
        1.234.567     | MONEY  | `1.234.567` has a point in the wrong place    | did you mean `1234567`?
        1.23.456      | NUMBER | `1.23.456` has a point in the wrong place     |
        30-50亿        | MONEY  | `30-50亿` has no unit of money                 | did you mean `30-50亿元`?
        约30以上         | NUMBER | `约30以上` has two words that bound its number differently |
        3 mn yuan     | NUMBER | `3 mn yuan` is not a plain number             |
        3 frims       | NUMBER | `3 frims` is not a plain number               | did you mean `3 firms`?
        3 millon      | NUMBER | `3 millon` is not a plain number              | did you mean `3 million`?
        3 kg          | NUMBER | `3 kg` is not a plain number                  |
        over 3–4      | NUMBER | `over 3–4` bounds a range                     | write the range alone
        350 m         | MONEY  | `350 m` has no unit of money                  | did you mean `350 mn yuan`?
        3.5b          | MONEY  | `3.5b` has no unit of money                   | did you mean `3.5 bn yuan`?
        $300m         | MONEY  | `$300m` is not in yuan                        | write the amount in yuan, with the rate in `note`
        US$ 20 mn     | MONEY  | `US$ 20 mn` is not in yuan                    | write the amount in yuan, with the rate in `note`
        3亿美金          | MONEY  | `3亿美金` is not in yuan                         | write the amount in yuan, with the rate in `note`
        人民币3亿美元       | MONEY  | `人民币3亿美元` is not in yuan                      | write the amount in yuan, with the rate in `note`
        3亿元(约4000万美元) | MONEY | `3亿元(约4000万美元)` contains more than one number    | did you mean `3亿元`, with the rest in `note`?
        约10亿元，其中设备6亿元 | MONEY | `约10亿元，其中设备6亿元` contains more than one number | did you mean `约10亿元`, with the rest in `note`?
        3亿元/4000万美元  | MONEY | `3亿元/4000万美元` contains more than one number     | did you mean `3亿元`, with the rest in `note`?
        3 (2024: 2)   | MONEY  | `3 (2024: 2)` contains more than one number      | keep one of them, and write the rest in `note`
        $10 bn (raised to $27 bn) | MONEY | `$10 bn (raised to $27 bn)` contains more than one number | keep one of them, and write the rest in `note`
        1.5 + 0.4     | MONEY  | `1.5 + 0.4` contains more than one number     | keep one of them, and write the rest in `note`
        AED 9.2 bn    | MONEY  | `AED 9.2 bn` has an unknown unit of money     | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        R$ 5 bn       | MONEY  | `R$ 5 bn` has an unknown unit of money        | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 m zlotys   | MONEY  | `40 m zlotys` has an unknown unit of money    | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        350 m         | NUMBER | `350 m` is not a plain number                 |
        5–4           | NUMBER | `5–4` runs from the larger to the smaller number | swap the two numbers
        """)
    void aTextThatIsNoFigureIsReportedWithAdvice(String text, String name, String what, String advice) {
        Unit unit = unit(name);
        FigureText.Reading reading = FigureText.parse(text, unit, null);
        assertThat(reading.figure()).isNull();
        assertThat(reading.what()).hasToString(what);
        assertThat(Objects.toString(reading.advice(), null)).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        40 bn yaun      | did you mean `40 bn yuan`?
        40 yaun         | did you mean `40 yuan`?
        40 billon yuan  | did you mean `40 billion yuan`?
        40 bilion yaun  | did you mean `40 billion yuan`?
        40亿圆           | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40亿 yaun        | did you mean `40亿元`?
        40 bm yuan      | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 kyaun        | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 illion yuan  | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 mil yuan     | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 billones yuan | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        40 bn zlotys    | use a unit such as `yuan`, `mn yuan` or `bn yuan`
        """)
    void adviceOnAUnitOfMoneyIsNeverAnotherNumber(String text, String advice) {
        FigureText.Reading reading = FigureText.parse(text, Unit.MONEY, null);
        assertThat(reading.what()).hasToString("`" + text + "` has an unknown unit of money");
        assertThat(reading.advice()).hasToString(advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        over 300 bn yaun      | MONEY  | did you mean `over 300 bn yuan`?
        约40亿 yaun            | MONEY  | did you mean `约40亿元`?
        30多亿                 | MONEY  | did you mean `超过30亿元`?
        超过30多亿               | MONEY  | did you mean `超过30亿元`?
        30-50 bn yaun         | MONEY  | did you mean `30-50 bn yuan`?
        1,5-3 bn yuan         | MONEY  | did you mean `1.5 bn yuan-3 bn yuan` or `15 bn yuan-3 bn yuan`?
        between 30 and 50 bn  | MONEY  | did you mean `between 30 and 50 bn yuan`?
        about 30-50 bn        | MONEY  | did you mean `about 30-50 bn yuan`?
        ¥1,5 bn               | MONEY  | did you mean `¥1.5 bn` or `¥15 bn`?
        ¥30-50 billon         | MONEY  |
        at least 90 precent   | SHARE  | did you mean `at least 90 %`?
        under 1.2             | SHARE  | did you mean `under 1.2 %`?
        0,5 or more           | NUMBER | did you mean `0.5 or more`?
        over 1.234,56         | NUMBER | did you mean `over 1234.56`?
        up to 3 frims         | NUMBER | did you mean `up to 3 firms`?
        """)
    void adviceKeepsTheWordsThatBoundTheNumber(String text, String name, String advice) {
        assertThat(Objects.toString(FigureText.parse(text, unit(name), null).advice(), null))
                .isEqualTo(advice);
    }

    @Test
    void noAdviceIsAFigureOfAnotherSize() {
        Random random = new Random(7);
        String letters = "abdeiklmnorstuyz ";
        for (int i = 0; i < 2_000; i++) {
            String scale = pick(random, List.of("", "thousand ", "mn ", "bn ", "tn ", "million ", "billion "));
            StringBuilder text = new StringBuilder("40 " + scale + "yuan");
            int at = 3 + random.nextInt(text.length() - 3);
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                default -> text.append(text.charAt(at)).deleteCharAt(at);
            }
            String advice = Objects.toString(
                    FigureText.parse(text.toString(), Unit.MONEY, null).advice(), null);
            if (advice != null && advice.matches("did you mean `[^`]*`\\?")) {
                String suggested = advice.substring(advice.indexOf('`') + 1, advice.lastIndexOf('`'));
                String meant = "40 " + scale + "yuan";
                assertThat(read(suggested, Unit.MONEY)).as(text.toString()).isEqualTo(read(meant, Unit.MONEY));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e400",
                "1e5",
                "0x10",
                "1_000",
                "",
                "yuan",
                "∞",
                "--",
                "999999999999999999999"
            })
    void noNumberBeyondThePlainOnesIsRead(String text) {
        for (Unit unit : Unit.known()) {
            assertThat(FigureText.parse(text, unit, null).figure()).isNull();
        }
    }

    @Test
    void absurdAmountsOfMoneyAreRefused() {
        assertThat(FigureText.parse("1000000000 tn yuan", Unit.MONEY, null).figure())
                .isNotNull();
        assertThat(FigureText.parse("1000000001 tn yuan", Unit.MONEY, null).what())
                .hasToString("`1000000001 tn yuan` is implausibly large");
    }

    @Test
    void aWrittenFigureIsReadBackAsTheSameFigure() {
        Random random = new Random(1);
        Evidence evidence = new Evidence("almanac", null, false, null);
        for (int i = 0; i < 20_000; i++) {
            Unit unit = pick(random, Unit.known());
            int digits = unit == Unit.SHARE ? 1 + random.nextInt(1000) : 1 + random.nextInt(999_999);
            Amount size = Amount.of(BigDecimal.valueOf(digits, unit == Unit.SHARE ? 3 : random.nextInt(12) - 5));
            Amount half = size.over(Amount.of(2));
            Bound bound = pick(random, List.of(Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT, Bound.BETWEEN));
            if (unit == Unit.SHARE && bound == Bound.AT_LEAST && size.equals(Amount.ONE)) {
                continue; // Refused, since no share is more than 1.
            }
            Figure figure = bound == Bound.BETWEEN
                    ? Figure.between(half, size, unit, evidence)
                    : Figure.stated(size, bound, unit, evidence);
            if (bound != Bound.BETWEEN || half.decimal().precision() <= 12) {
                for (Language language : Language.values()) {
                    assertThat(FigureText.parse(figure.write(language), unit, evidence)
                                    .figure())
                            .as(figure.write(language))
                            .isEqualTo(figure);
                }
            }
        }
    }

    @Test
    void figuresAreWrittenAsPeopleWriteThem() {
        assertThat(Stream.of("over 3000亿元", "约150亿元", "500 thousand yuan", "12 yuan", "1000-1200 mn yuan")
                        .map(text -> read(text, Unit.MONEY).toString()))
                .containsExactly(
                        "over 300 bn yuan", "about 15 bn yuan", "500,000 yuan", "12 yuan", "1 bn yuan–1.2 bn yuan");
        assertThat(read("$6.6 bn", Unit.USD)).hasToString("6.6 bn USD");
        assertThat(read("about 525 mn dollars", Unit.USD)).hasToString("about 525 mn USD");
        assertThat(read("USD 500,000", Unit.USD)).hasToString("500,000 USD");
        assertThat(Figure.exactly(1.0 / 3, Unit.SHARE)).hasToString("33.3333 %");
        assertThat(Figure.exactly(0.07, Unit.SHARE)).hasToString("7 %");
    }

    @Test
    void inChineseTheyAreWrittenAsChinesePeopleWriteThem() {
        assertThat(Stream.of(
                                "over 300 bn yuan",
                                "about 15 bn yuan",
                                "1302.8 bn yuan",
                                "at most 7.8 mn yuan",
                                "12 yuan",
                                "20-30 bn yuan")
                        .map(text -> read(text, Unit.MONEY).write(Language.ZH)))
                .containsExactly("超过3000亿元", "约150亿元", "1.3028万亿元", "不超过780万元", "12元", "200亿元～300亿元");
        assertThat(read("$6.6 bn", Unit.USD).write(Language.ZH)).isEqualTo("66亿美元");
        assertThat(read("over 70 %", Unit.SHARE).write(Language.ZH)).isEqualTo("超过70%");
        assertThat(Stream.of("138,800", "1000-1200", "over 200,000", "240,000,000")
                        .map(text -> read(text, Unit.NUMBER).write(Language.ZH)))
                .containsExactly("13.88万", "1000～1200", "超过20万", "2.4亿");
    }

    private static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Figure read(String text, Unit unit) {
        FigureText.Reading reading = FigureText.parse(text, unit, null);
        assertThat(reading.what()).isNull();
        return Objects.requireNonNull(reading.figure());
    }

    private static Unit unit(String name) {
        return Unit.known().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
