package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.Imported;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Cells made of parts with known meanings. The expected meaning is computed from the parts, never from the text: a
 * number times its own scale, else times that of its heading, or a question.
 */
class FigureGrammarTest {

    private static final int CELLS = 10_000;
    private static final int COLUMNS = 2_000;
    private static final Unit FRANCS = Objects.requireNonNull(Unit.money("CHF"));
    private static final BigDecimal MILLION = new BigDecimal("1e6");

    /** A word for a scale: a power of ten. */
    private record Scale(String word, int zeros) {}

    /** A word for a currency, in front of a number or behind it. */
    private record Money(String word, Unit unit, boolean before) {}

    /** Words of a bound: EXACT without words. */
    private record Bounding(String before, String behind, String kind) {}

    private record Heading(String text, Unit money, int zeros) {}

    /**
     * A language in which cells are written.
     *
     * @param tight whether no blanks separate the parts
     */
    private record Tongue(
            String name, boolean tight, String to, List<Scale> scales, List<Money> moneys, List<Bounding> bounds) {}

    private static final Bounding EXACT = new Bounding("", "", "exact");
    private static final List<Bounding> ENGLISH_BOUNDS = List.of(
            EXACT,
            EXACT,
            new Bounding("over ", "", "over"),
            new Bounding("≥", "", "over"),
            new Bounding("", "+", "over"),
            new Bounding("up to ", "", "under"),
            new Bounding("", " or less", "under"),
            new Bounding("about ", "", "about"),
            new Bounding("~", "", "about"));
    private static final List<Bounding> EASTERN_BOUNDS = List.of(
            EXACT,
            EXACT,
            new Bounding("超过", "", "over"),
            new Bounding("不低于", "", "over"),
            new Bounding("", "以上", "over"),
            new Bounding("不超过", "", "under"),
            new Bounding("", "以内", "under"),
            new Bounding("约", "", "about"),
            new Bounding("", "左右", "about"));
    private static final List<Bounding> SIGNS = List.of(
            EXACT,
            EXACT,
            new Bounding(">", "", "over"),
            new Bounding("<", "", "under"),
            new Bounding("≈", "", "about"));

    private static final List<Bounding> GERMAN_BOUNDS = List.of(
            EXACT,
            EXACT,
            new Bounding("über ", "", "over"),
            new Bounding("mindestens ", "", "over"),
            new Bounding("bis zu ", "", "under"),
            new Bounding("rund ", "", "about"),
            new Bounding("ca. ", "", "about"));
    private static final List<Bounding> FRENCH_BOUNDS = List.of(
            EXACT,
            EXACT,
            new Bounding("plus de ", "", "over"),
            new Bounding("moins de ", "", "under"),
            new Bounding("environ ", "", "about"));
    private static final List<Bounding> KOREAN_BOUNDS = List.of(
            EXACT,
            EXACT,
            new Bounding("약 ", "", "about"),
            new Bounding("", " 이상", "over"),
            new Bounding("", "이하", "under"));

    private static final List<Tongue> TONGUES = List.of(
            new Tongue(
                    "English",
                    false,
                    " to ",
                    List.of(
                            new Scale("k", 3),
                            new Scale("thousand", 3),
                            new Scale("m", 6),
                            new Scale("mn", 6),
                            new Scale("million", 6),
                            new Scale("bn", 9),
                            new Scale("billion", 9)),
                    List.of(
                            new Money("US$", Unit.USD, true),
                            new Money("USD", Unit.USD, true),
                            new Money("USD", Unit.USD, false),
                            new Money("dollars", Unit.USD, false),
                            new Money("€", Unit.EUR, true),
                            new Money("EUR", Unit.EUR, false),
                            new Money("£", Unit.GBP, true),
                            new Money("RMB", Unit.MONEY, true),
                            new Money("yuan", Unit.MONEY, false),
                            new Money("JPY", Unit.JPY, true),
                            new Money("₩", Unit.KRW, true),
                            new Money("won", Unit.KRW, false),
                            new Money("CHF", FRANCS, true)),
                    ENGLISH_BOUNDS),
            new Tongue(
                    "Chinese",
                    true,
                    "至",
                    List.of(
                            new Scale("千", 3),
                            new Scale("万", 4),
                            new Scale("千万", 7),
                            new Scale("亿", 8),
                            new Scale("十亿", 9)),
                    List.of(
                            new Money("元", Unit.MONEY, false),
                            new Money("人民币", Unit.MONEY, true),
                            new Money("元人民币", Unit.MONEY, false),
                            new Money("美元", Unit.USD, false),
                            new Money("欧元", Unit.EUR, false),
                            new Money("日元", Unit.JPY, false),
                            new Money("韩元", Unit.KRW, false),
                            new Money("港元", Unit.HKD, false)),
                    EASTERN_BOUNDS),
            new Tongue(
                    "Japanese",
                    true,
                    "～",
                    List.of(
                            new Scale("千", 3),
                            new Scale("万", 4),
                            new Scale("百万", 6),
                            new Scale("億", 8),
                            new Scale("兆", 12)),
                    List.of(
                            new Money("円", Unit.JPY, false),
                            new Money("米ドル", Unit.USD, false),
                            new Money("ユーロ", Unit.EUR, false)),
                    List.of(
                            EXACT,
                            EXACT,
                            new Bounding("約", "", "about"),
                            new Bounding("", "以上", "over"),
                            new Bounding("", "以下", "under"))),
            new Tongue(
                    "Korean",
                    true,
                    "~",
                    List.of(
                            new Scale("천", 3),
                            new Scale("만", 4),
                            new Scale("백만", 6),
                            new Scale("억", 8),
                            new Scale("조", 12)),
                    List.of(
                            new Money("원", Unit.KRW, false),
                            new Money("달러", Unit.USD, false),
                            new Money("엔", Unit.JPY, false)),
                    KOREAN_BOUNDS),
            new Tongue(
                    "German",
                    false,
                    " bis ",
                    List.of(
                            new Scale("Tsd.", 3),
                            new Scale("Mio.", 6),
                            new Scale("Millionen", 6),
                            new Scale("Mrd.", 9),
                            new Scale("Milliarden", 9)),
                    List.of(
                            new Money("€", Unit.EUR, false),
                            new Money("Euro", Unit.EUR, false),
                            new Money("EUR", Unit.EUR, true),
                            new Money("CHF", FRANCS, false)),
                    GERMAN_BOUNDS),
            new Tongue(
                    "French",
                    false,
                    " à ",
                    List.of(new Scale("k", 3), new Scale("M", 6), new Scale("Md", 9)),
                    List.of(new Money("€", Unit.EUR, false)),
                    FRENCH_BOUNDS),
            new Tongue(
                    "French in words",
                    false,
                    " à ",
                    List.of(new Scale("milliers d'", 3), new Scale("millions d'", 6), new Scale("milliards d’", 9)),
                    List.of(new Money("euros", Unit.EUR, false)),
                    SIGNS),
            new Tongue(
                    "Spanish",
                    false,
                    "-",
                    List.of(new Scale("millones de", 6), new Scale("mil millones de", 9)),
                    List.of(new Money("euros", Unit.EUR, false), new Money("dólares", Unit.USD, false)),
                    SIGNS),
            new Tongue(
                    "Indian",
                    false,
                    "–",
                    List.of(new Scale("lakh", 5), new Scale("Cr", 7), new Scale("crore", 7)),
                    List.of(
                            new Money("₹", Unit.INR, true),
                            new Money("Rs.", Unit.INR, true),
                            new Money("INR", Unit.INR, false)),
                    ENGLISH_BOUNDS));

    private static final List<Heading> HEADINGS = List.of(
            new Heading("投资额（亿元）", Unit.MONEY, 8),
            new Heading("投资额（万元）", Unit.MONEY, 4),
            new Heading("投资额（元）", Unit.MONEY, 0),
            new Heading("investment (bn yuan)", Unit.MONEY, 9),
            new Heading("investment (USD mn)", Unit.USD, 6),
            new Heading("Total cost ($bn)", Unit.USD, 9),
            new Heading("amount (USD '000)", Unit.USD, 3),
            new Heading("investment (USD)", Unit.USD, 0),
            new Heading("総投資額（億円）", Unit.JPY, 8),
            new Heading("投資額（百万円）", Unit.JPY, 6),
            new Heading("Investment (JPY 100 million)", Unit.JPY, 8),
            new Heading("투자금액(억원)", Unit.KRW, 8),
            new Heading("투자금액（백만원）", Unit.KRW, 6),
            new Heading("Investition (Mio. EUR)", Unit.EUR, 6),
            new Heading("Investissement (M€)", Unit.EUR, 6),
            new Heading("Inversión (millones de euros)", Unit.EUR, 6),
            new Heading("capex_inr_cr", Unit.INR, 7));

    private static final Map<Heading, CellReader> READERS =
            HEADINGS.stream().collect(Collectors.toMap(heading -> heading, FigureGrammarTest::reader));

    private static CellReader reader(Heading heading) {
        Key key = Objects.requireNonNull(
                Key.parse("investment", EntryKinds.of(ShippedFacts.VOCABULARY).projects()));
        return new CellReader(key, HeadingUnit.of(heading.text).unit(), NameLookup.of(Imported.CHIPS), Unit.MONEY);
    }

    /** Largest worth in single units that is no longer a usual amount; a question from there on. */
    private static final BigDecimal UNUSUAL = new BigDecimal("5e11");

    @Test
    void tenThousandCellsMeanTheirPartsOrAreAskedAbout() {
        Random random = new Random(43);
        SoftAssertions softly = new SoftAssertions();
        Map<String, Integer> seen = new TreeMap<>();
        int cells = 0;
        while (cells < CELLS && softly.assertionErrorsCollected().size() < 40) {
            Tongue tongue = pick(random, TONGUES);
            Heading heading = pick(random, HEADINGS);
            Scale own = random.nextInt(3) == 0 ? null : pick(random, tongue.scales);
            Money money = random.nextInt(4) == 0 ? null : pick(random, tongue.moneys);
            Bounding bound = pick(random, tongue.bounds);
            BigDecimal low = number(random);
            BigDecimal high = random.nextInt(3) == 0 ? low.add(number(random)) : null;
            int zeros = own == null ? heading.zeros : own.zeros;
            BigDecimal most = (high == null ? low : high).scaleByPowerOfTen(zeros);
            if (most.compareTo(UNUSUAL) >= 0 || (own != null && own.word.endsWith(" de") && money == null)) {
                continue; // Whether it is unusual has tests of its own; a joining word needs its currency.
            }
            if (own != null && own.word.matches(".*d['’]") && money == null) {
                continue;
            }
            cells++;
            String cell = cell(random, tongue, own, money, bound, low, high);
            String expected = expected(heading, own, money, bound, low, high);
            seen.merge(expected.equals("ask") ? "ask" : bound.kind, 1, Integer::sum);
            softly.assertThat(said(READERS.get(heading).read(cell), money == null ? heading.money : money.unit))
                    .as("%s: %s below %s", tongue.name, cell, heading.text)
                    .isEqualTo(expected);
        }
        softly.assertAll();
        assertThat(cells).isEqualTo(CELLS);
        assertThat(seen.keySet()).contains("ask", "exact", "over", "under", "about");
        assertThat(seen.values()).allMatch(count -> count > CELLS / 20);
    }

    /** The meaning by the parts, in single units of a currency. */
    private static String expected(
            Heading heading,
            @Nullable Scale own,
            @Nullable Money money,
            Bounding bound,
            BigDecimal low,
            @Nullable BigDecimal high) {
        Unit unit = money == null ? heading.money : money.unit;
        boolean foreign = !unit.equals(heading.money);
        boolean isRange = high != null;
        if (isRange && (bound.kind.equals("over") || bound.kind.equals("under"))) {
            return "ask"; // A bound of a range.
        }
        if (own != null && money == null && isIndian(own) && !heading.money.equals(Unit.INR)) {
            return "ask"; // The currency is open.
        }
        int zeros = own == null ? heading.zeros : own.zeros;
        if (own == null && money != null && heading.zeros > 0) {
            BigDecimal larger = isRange ? high : low;
            if (foreign || larger.compareTo(new BigDecimal(100_000)) >= 0) {
                return "ask"; // The currency contradicts its heading, or single units are as plausible.
            }
        }
        if (own == null && foreign) {
            zeros = 0; // A heading without a scale: single units of the other currency.
        }
        BigDecimal from = low.scaleByPowerOfTen(zeros);
        BigDecimal to = isRange ? high.scaleByPowerOfTen(zeros) : from;
        return switch (bound.kind) {
            case "over" -> said(from, null, unit);
            case "under" -> said(BigDecimal.ZERO, to, unit);
            case "about" -> said(from.multiply(new BigDecimal("0.95")), to.multiply(new BigDecimal("1.05")), unit);
            default -> said(from, to, unit);
        };
    }

    private static boolean isIndian(Scale scale) {
        return scale.word.equals("lakh") || scale.word.equals("crore") || scale.word.equals("Cr");
    }

    private static String said(BigDecimal low, @Nullable BigDecimal high, Unit unit) {
        return plain(low) + " to " + (high == null ? "any" : plain(high)) + " " + unit.currency();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The meaning that was read, in single units. */
    private static String said(CellReader.Reading reading, Unit unit) {
        Figure figure = reading.text() == null
                ? null
                : FigureText.parse(reading.text(), unit, null).figure();
        return figure == null
                ? "ask"
                : said(
                        figure.low().decimal().multiply(MILLION),
                        figure.high().isUnbounded()
                                ? null
                                : figure.high().decimal().multiply(MILLION),
                        unit);
    }

    private static String cell(
            Random random,
            Tongue tongue,
            @Nullable Scale own,
            @Nullable Money money,
            Bounding bound,
            BigDecimal low,
            @Nullable BigDecimal high) {
        String gap = tongue.tight || random.nextBoolean() && (own == null || own.word.length() < 3) ? "" : " ";
        String scale = own == null ? "" : gap + own.word;
        String sign = money == null ? "" : money.word;
        boolean before = money != null && money.before;
        String front =
                before ? sign + (Character.isLetter(sign.charAt(sign.length() - 1)) && !tongue.tight ? " " : "") : "";
        String joint =
                scale.endsWith("'") || scale.endsWith("’") || tongue.tight || sign.equals("€") && scale.length() < 4
                        ? ""
                        : " ";
        String back = sign.isEmpty() || before ? scale : scale + joint + sign;
        if (high == null) {
            return bound.before + front + written(random, low) + back + bound.behind;
        }
        String first = written(random, low);
        String last = written(random, high);
        String between = random.nextBoolean() ? tongue.to : "-";
        String range = switch (random.nextInt(4)) {
            case 0 -> front + first + between + front + last + back; // ¥3-¥5 bn
            case 1 -> front + first + back + between + front + last + back; // 3 bn yuan-5 bn yuan
            case 2 -> front + first + scale + between + last + back; // 3 bn-5 bn yuan
            default -> front + first + between + last + back; // 3-5 bn yuan
        };
        return bound.before + range + bound.behind;
    }

    private static BigDecimal number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> BigDecimal.valueOf(1 + random.nextInt(9));
            case 1 -> BigDecimal.valueOf(10 + random.nextInt(990));
            case 2 -> BigDecimal.valueOf(11 + random.nextInt(9_900), 1);
            case 3 -> BigDecimal.valueOf(101 + random.nextInt(99_000), 2);
            default -> BigDecimal.valueOf(1_000 + random.nextInt(900_000));
        };
    }

    /** A number with or without groups of digits: commas, blanks or apostrophes. */
    private static String written(Random random, BigDecimal number) {
        String plain = number.toPlainString();
        String grouped = String.format(Locale.ROOT, "%,d", number.toBigInteger())
                + (plain.indexOf('.') < 0 ? "" : plain.substring(plain.indexOf('.')));
        return switch (random.nextInt(4)) {
            case 0 -> grouped;
            case 1 -> number.compareTo(new BigDecimal(1000)) < 0 ? plain : grouped.replace(',', '\u202F');
            case 2 -> number.compareTo(new BigDecimal(1000)) < 0 ? plain : grouped.replace(',', '\'');
            default -> plain;
        };
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The decimal sign that a cell shows. */
    private enum Shown {
        POINT,
        COMMA,
        /** A sign before three digits, which means either. */
        EITHER,
        NOTHING
    }

    /**
     * A cell of a column.
     *
     * @param byPoint its numbers if the decimal sign is a point; empty if it is no number then
     * @param byComma its numbers if the decimal sign is a comma
     * @param zeros its own scale; null if it takes that of its heading
     */
    private record Cell(
            String text,
            List<BigDecimal> byPoint,
            List<BigDecimal> byComma,
            Shown shows,
            @Nullable Integer zeros) {

        /** Reads a line such as {@code 4,5 mn yuan | ask | 4.5 | COMMA | 6}. */
        static Cell of(String line) {
            String[] parts = line.split("\\|");
            return new Cell(
                    parts[0].strip(),
                    numbers(parts[1].strip()),
                    numbers(parts[2].strip()),
                    Shown.valueOf(parts[3].strip()),
                    parts.length < 5 ? null : Integer.valueOf(parts[4].strip()));
        }

        private static List<BigDecimal> numbers(String ends) {
            return ends.equals("ask")
                    ? List.of()
                    : Arrays.stream(ends.split(" to ")).map(BigDecimal::new).toList();
        }

        boolean isOneOrDash() {
            return text.equals("一");
        }

        boolean isUnknown() {
            return text.equals("-");
        }
    }

    private static final List<Cell> CELLS_OF_COLUMNS = """
        4,5             | ask          | 4.5         | COMMA
        12,75           | ask          | 12.75       | COMMA
        0,125           | ask          | 0.125       | COMMA
        1,500           | 1500         | 1.5         | EITHER
        2,000           | 2000         | 2           | EITHER
        3,250           | 3250         | 3.25        | EITHER
        1.500           | 1.5          | 1500        | EITHER
        2.000           | 2            | 2000        | EITHER
        12.5            | 12.5         | ask         | POINT
        7.25            | 7.25         | ask         | POINT
        0.5             | 0.5          | ask         | POINT
        1.234,5         | ask          | 1234.5      | COMMA
        1,234.5         | 1234.5       | ask         | POINT
        1,234,567       | 1234567      | ask         | POINT
        1.234.567       | ask          | 1234567     | COMMA
        12,34,567       | 1234567      | ask         | POINT
        1 234,5         | ask          | 1234.5      | COMMA
        1 234.5         | 1234.5       | ask         | POINT
        1'500           | 1500         | 1500        | NOTHING
        300             | 300          | 300         | NOTHING
        45              | 45           | 45          | NOTHING
        5000            | 5000         | 5000        | NOTHING
        80000           | 80000        | 80000       | NOTHING
        三十            | 30           | 30          | NOTHING
        一              | 1            | 1           | NOTHING
        -               | ask          | ask         | NOTHING
        4,5 mn yuan     | ask          | 4.5         | COMMA   | 6
        1,500 mn yuan   | 1500         | 1.5         | EITHER  | 6
        ¥120            | 120          | 120         | NOTHING
        3-5             | 3 to 5       | 3 to 5      | NOTHING
        1,500-2,000     | 1500 to 2000 | 1.5 to 2    | EITHER
        about 12.5      | 11.875 to 13.125 | ask     | POINT
        """.lines().map(Cell::of).toList();

    /** A column of a list of its own. */
    private record Cells(Heading heading, char separator, List<Cell> cells) {

        boolean isEastern() {
            return heading.text.codePoints().anyMatch(Character::isIdeographic);
        }

        private int count(Shown shown) {
            return (int) cells.stream().filter(cell -> cell.shows == shown).count();
        }

        /** The numbers of a cell; empty if they are asked about. */
        private List<BigDecimal> numbers(Cell cell) {
            if (isEastern()) {
                return cell.byPoint;
            }
            int points = count(Shown.POINT);
            int commas = count(Shown.COMMA);
            boolean usual = separator == ',';
            boolean mixed = points > 0 && commas > 0 || commas == 1 && usual && count(Shown.EITHER) > 0;
            boolean open = mixed || points + commas == 0 && !usual;
            boolean byComma = commas > 0 && !mixed;
            if (cell.shows == Shown.EITHER) {
                // A single cell does not decide that a like sign before three digits is a decimal sign.
                boolean once = points + commas == 1 && (byComma || !usual) && (cell.text.indexOf(',') >= 0) == byComma;
                return open || once ? List.of() : byComma ? cell.byComma : cell.byPoint;
            }
            return byComma ? cell.byComma : cell.byPoint;
        }

        /** The larger end in single units; null if it is asked about for itself. */
        private @Nullable BigDecimal amount(Cell cell) {
            List<BigDecimal> numbers = numbers(cell);
            if (numbers.isEmpty() || cell.isUnknown()) {
                return null;
            }
            BigDecimal last = numbers.get(numbers.size() - 1);
            BigDecimal whole = last.scaleByPowerOfTen(cell.zeros == null ? heading.zeros : cell.zeros);
            return cell.zeros == null && whole.compareTo(TRILLION) > 0 ? null : whole;
        }

        /** The meaning of each cell. */
        List<String> meanings() {
            List<@Nullable BigDecimal> amounts = new ArrayList<>();
            cells.forEach(cell -> amounts.add(amount(cell)));
            boolean numerals = cells.stream().anyMatch(cell -> cell.text.equals("三十"));
            List<String> meanings = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                BigDecimal amount = amounts.get(i);
                if (cell.isUnknown()) {
                    meanings.add("unknown");
                } else if (amount == null
                        || cell.isOneOrDash() && !numerals
                        || cell.zeros == null && isFar(amounts, i)) {
                    meanings.add("ask");
                } else {
                    List<BigDecimal> numbers = numbers(cell);
                    int zeros = cell.zeros == null ? heading.zeros : cell.zeros;
                    meanings.add(said(numbers.get(0).scaleByPowerOfTen(zeros), amount, Unit.MONEY));
                }
            }
            return meanings;
        }

        /** Whether most others are a thousand times as large, or a thousandth. */
        private static boolean isFar(List<@Nullable BigDecimal> amounts, int own) {
            BigDecimal amount = Objects.requireNonNull(amounts.get(own));
            int others = 0;
            int smaller = 0;
            int larger = 0;
            for (int i = 0; i < amounts.size(); i++) {
                BigDecimal other = amounts.get(i);
                if (i != own && other != null) {
                    others++;
                    smaller += other.movePointRight(3).compareTo(amount) <= 0 ? 1 : 0;
                    larger += amount.movePointRight(3).compareTo(other) <= 0 ? 1 : 0;
                }
            }
            return others > 1 && 2 * Math.max(smaller, larger) > others;
        }
    }

    private static final BigDecimal TRILLION = new BigDecimal("1e12");

    private static final List<Heading> COLUMN_HEADINGS = List.of(
            new Heading("investment (mn yuan)", Unit.MONEY, 6),
            new Heading("投资额（亿元）", Unit.MONEY, 8),
            new Heading("Investment (bn yuan)", Unit.MONEY, 9));

    private static Cells column(Random random) {
        List<Cell> few =
                List.of(pick(random, CELLS_OF_COLUMNS), pick(random, CELLS_OF_COLUMNS), pick(random, CELLS_OF_COLUMNS));
        List<Cell> cells = new ArrayList<>();
        int rows = 2 + random.nextInt(8);
        for (int row = 0; row < rows; row++) {
            cells.add(pick(random, random.nextInt(3) == 0 ? CELLS_OF_COLUMNS : few));
        }
        return new Cells(pick(random, COLUMN_HEADINGS), pick(random, List.of(',', ';', '\t')), cells);
    }

    @Test
    void noCellChangesTheMeaningOfAnother() {
        Random random = new Random(44);
        int asked = 0;
        int taken = 0;
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < COLUMNS && softly.assertionErrorsCollected().size() < 40; i++) {
            Cells before = column(random);
            int changed = random.nextInt(before.cells.size());
            List<Cell> cells = new ArrayList<>(before.cells);
            cells.set(changed, pick(random, CELLS_OF_COLUMNS));
            Cells after = new Cells(before.heading, before.separator, cells);
            List<String> first = readings(before);
            List<String> second = readings(after);
            softly.assertThat(first).as("%s", before).isEqualTo(before.meanings());
            softly.assertThat(second).as("%s", after).isEqualTo(after.meanings());
            for (int row = 0; row < first.size(); row++) {
                if (row != changed
                        && !first.get(row).equals("ask")
                        && !second.get(row).equals("ask")) {
                    taken++;
                    softly.assertThat(second.get(row))
                            .as("%s in %s, then in %s", before.cells.get(row).text, before, after)
                            .isEqualTo(first.get(row));
                } else {
                    asked++;
                }
            }
        }
        softly.assertAll();
        assertThat(taken).isGreaterThan(COLUMNS);
        assertThat(asked).isGreaterThan(COLUMNS);
    }

    @Test
    void theOrderOfRowsChangesNoReading() {
        Random random = new Random(45);
        for (int i = 0; i < COLUMNS; i++) {
            Cells cells = column(random);
            List<Cell> turned = new ArrayList<>(cells.cells);
            Collections.reverse(turned);
            List<String> expected = readings(cells);
            Collections.reverse(expected);
            assertThat(readings(new Cells(cells.heading, cells.separator, turned)))
                    .as("%s", cells)
                    .isEqualTo(expected);
        }
    }

    private static final NameLookup NAMES = NameLookup.of(Imported.CHIPS);

    /** The reading of each cell of a column. */
    private static List<String> readings(Cells cells) {
        EntryKind kind = EntryKinds.of(ShippedFacts.VOCABULARY).projects();
        Key key = Objects.requireNonNull(Key.parse("investment", kind));
        Column column = new Column(
                Place.cell("list.csv", null, 1, 1),
                1,
                cells.heading.text,
                "investment",
                HeadingUnit.of(cells.heading.text).unit(),
                Column.State.KNOWN,
                List.of(),
                null,
                ColumnFigures.NONE);
        List<Row> rows = new ArrayList<>();
        for (Cell cell : cells.cells) {
            rows.add(new Row(rows.size() + 2, List.of(cell.text), List.of(), false, List.of(), null, List.of()));
        }
        Head head = new Head(kind, 1, List.of(column), List.of(), List.of(), RecordMap.NONE);
        Head signed = SettledColumns.withDecimals(head, rows, cells.separator);
        Head settled = SettledColumns.withFigures(signed, rows, cells.separator, one -> reader(key, one));
        CellReader reader = reader(key, settled.columns().get(0));
        return cells.cells.stream()
                .map(cell -> reader.read(cell.text))
                .map(reading -> reading.text() == null && !reading.isFlawed() ? "unknown" : said(reading, Unit.MONEY))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static CellReader reader(Key key, Column column) {
        return new CellReader(key, column, NAMES, Unit.MONEY, Map.of(), null);
    }
}
