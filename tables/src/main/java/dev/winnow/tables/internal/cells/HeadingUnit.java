package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.ScaleWords;
import dev.winnow.model.value.Unit;
import dev.winnow.model.value.WrittenFigure;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A heading split into name and unit: {@code 投资额（亿元）}, {@code investment [bn yuan]}, {@code 年产值/万元}. The unit of dates
 * is as in {@code date (dd/mm/yyyy)}, see {@link DayOrder}.
 *
 * @param bare the heading without its unit
 * @param unit the unit, in a form that can follow a number; null if there is none
 */
public record HeadingUnit(String bare, @Nullable String unit) {

    private static final Pattern BRACKETS = Pattern.compile("^(.*?)[(\\[【{<]([^()\\[\\]【】{}<>]*)[)\\]】}>](.*)$");
    private static final Pattern TAIL = Pattern.compile("^(.+?)\\s*[/,:|]\\s*(?:in )?([^/,:|]+)$");
    /** A label in front of a unit: 总投资 单位：亿元. */
    private static final Pattern SAID = Pattern.compile("(?i)\\s*(?:(?:金额|货币|计量)?单位|(?<=\\s)units?)$");

    /** The words for "per year" after a unit. */
    private static final Pattern A_YEAR =
            Pattern.compile("\\s*(?:/\\s*(?:年|a|yr|year)|每年|per (?:year|annum)|a year|p\\.?a\\.?)$");

    private static final Pattern LINE = Pattern.compile("(?:.*[(\\s])?(?:(?:金额|货币|计量)?单位|単位|단위|(?:currency |money"
            + " )?units?)\\s*:\\s*([^)]+?)\\s*\\)?|(?:.*\\()?(?:all"
            + " )?(?:money|amounts|figures|values|angaben|beträge|werte|montants|importes)? ?(?:in|en)"
            + " ([^)]+)\\)?");
    private static final Pattern EXCEPT = Pattern.compile("[,;]? (?:unless|except where|if not) (?:otherwise )?"
            + "(?:stated|noted|indicated|specified|shown|marked)(?: otherwise)?\\.?(?=\\)?$)");
    private static final Pattern IN = Pattern.compile("(?i) (?:in|en)$");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("_|(?<=[\\p{Ll}\\d])(?=\\p{Lu})");

    /** Maximum number of last words of a heading that may be a unit: {@code in JPY 100 million}. */
    private static final int UNIT_WORDS = 3;

    /** Date formats that begin with the year, which are unambiguous. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?:yyyy[-/. ]?mm?(?:[-/. ]?dd?)?|年\\s?[-/.]\\s?月(?:\\s?[-/.]\\s?日)?)");

    private static final Set<String> COUNTED = Set.of(("家 个 户 年 代 件 辆 台 颗 套 人 倍 years "
                    + "firms pieces number 个数 generations yyyy-mm-dd 年月日 年月 是否 是/否 yes/no y/n 必填 选填 required optional")
            .split(" "));

    /** Splits a heading. */
    public static HeadingUnit of(String heading) {
        return of(heading, List.of());
    }

    /**
     * Splits a heading.
     *
     * @param declared units declared by a vocabulary, in addition to money, shares and scales
     */
    public static HeadingUnit of(String heading, List<Unit> declared) {
        String plain = TextFolding.strip(
                Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\s+", " "));
        Matcher brackets = BRACKETS.matcher(plain);
        if (brackets.matches()) {
            String inner = TextFolding.strip(brackets.group(2));
            String rest = TextFolding.strip(brackets.group(1) + brackets.group(3));
            if (isUnit(inner, declared)) {
                return new HeadingUnit(rest, word(inner));
            }
            if (isCounted(inner)) {
                return new HeadingUnit(rest, null);
            }
        }
        Matcher tail = TAIL.matcher(plain);
        if (tail.matches() && isUnit(tail.group(2), declared)) {
            return new HeadingUnit(SAID.matcher(tail.group(1)).replaceFirst(""), word(tail.group(2)));
        }
        return inLastWords(plain);
    }

    /** Splits a heading whose last words are a unit of money: {@code capex EUR m}, {@code capex_inr_cr}. */
    private static HeadingUnit inLastWords(String plain) {
        String spaced = plain.indexOf(' ') < 0 ? words(plain) : plain;
        int[] blanks = IntStream.range(0, spaced.length())
                .filter(i -> spaced.charAt(i) == ' ')
                .toArray();
        for (int i = Math.max(0, blanks.length - UNIT_WORDS); i < blanks.length; i++) {
            String unit = spaced.substring(blanks[i] + 1);
            if (money(word(unit)) != null && !unit.matches("(?i)(?:in|en) .*")) {
                return new HeadingUnit(
                        IN.matcher(spaced.substring(0, blanks[i])).replaceFirst(""), word(unit));
            }
        }
        return new HeadingUnit(plain, null);
    }

    /** A name in snake case or camel case as words: {@code capexInrCr} as {@code capex Inr Cr}. */
    public static String words(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll(" ");
    }

    /**
     * The text in the brackets of a heading: a unit or a remark; null if there is none, or if it only names a plain
     * count.
     */
    public static @Nullable String inBrackets(String heading) {
        Matcher brackets = BRACKETS.matcher(TextFolding.strip(Normalizer.normalize(heading, Normalizer.Form.NFKC)));
        String inner = brackets.matches() ? TextFolding.strip(brackets.group(2)) : "";
        return inner.isEmpty() || isCounted(inner) ? null : inner;
    }

    /** The unit of money given by a line above the headings, such as {@code 单位：万元}; null if there is none. */
    public static @Nullable String ofLine(String line) {
        String plain = TextFolding.strip(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        // Exceptions need no handling: a cell with its own unit is read in that unit.
        Matcher matcher = LINE.matcher(EXCEPT.matcher(plain).replaceFirst(""));
        if (!matcher.matches()) {
            return null;
        }
        String units = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        // A line may give several units, one of them of money: 单位：万元、人.
        for (String unit : units == null ? new String[0] : units.split("[、;/]|[,，](?!\\d)")) {
            if (money(word(unit)) != null) {
                return word(unit);
            }
        }
        return null;
    }

    private static String word(String text) {
        String unit = TextFolding.strip(text)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(单位|単位|단위|in|en|unit|units|currency)(?![a-z])\\s*:?\\s*", "");
        if (unit.equals("percent") || unit.equals("百分比") || unit.equals("pct")) {
            return "%";
        }
        DayOrder days = DayOrder.named(unit);
        if (days != null) {
            return days.words();
        }
        String ofYear = A_YEAR.matcher(unit).replaceFirst("");
        if (!ofYear.equals(unit) && !ofYear.isEmpty() && money(word(ofYear)) != null) {
            return word(ofYear);
        }
        String money = ScaleWords.unitOfMoney(unit);
        return money == null ? unit : money;
    }

    private static boolean isCounted(String text) {
        String word = word(text);
        return COUNTED.contains(word) || YEAR_FIRST.matcher(word).matches();
    }

    private static boolean isUnit(String text, List<Unit> declared) {
        String unit = word(text);
        return Set.of("%", "月", "个月", "months").contains(unit)
                || DayOrder.named(unit) != null
                || money(unit) != null
                || isScale(unit)
                || declared.stream().anyMatch(known -> known.isSign(text));
    }

    /** Whether a unit is a scale only, such as {@code 亿}, without the unit that it scales. */
    public static boolean isScale(String unit) {
        return !unit.isBlank()
                && !Character.isDigit(unit.charAt(0))
                && !unit.equals("%")
                && !COUNTED.contains(unit)
                && FigureText.parse("1 " + unit, Unit.NUMBER, null).figure() != null;
    }

    /** The currency of a unit, such as euros for {@code mn eur}; null if it names none. */
    public static @Nullable Unit money(String unit) {
        WrittenFigure one = unit.isBlank() || Character.isDigit(unit.charAt(0)) ? null : WrittenFigure.of("1 " + unit);
        Unit named = one == null ? null : one.currency();
        return named == null || FigureText.parse("1 " + unit, named, null).figure() == null ? null : named;
    }
}
