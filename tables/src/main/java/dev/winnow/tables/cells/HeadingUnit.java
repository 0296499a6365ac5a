package dev.winnow.tables.cells;

import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A heading split into its name and its unit: {@code 投资额（亿元）}, {@code investment [bn yuan]}, {@code 年产值/万元}.
 *
 * @param bare the heading without its unit
 * @param unit the unit, to be written behind a number; null if it says none
 */
public record HeadingUnit(String bare, @Nullable String unit) {

    private static final Pattern BRACKETS = Pattern.compile("^(.*?)[(\\[【{<]([^()\\[\\]【】{}<>]*)[)\\]】}>](.*)$");
    private static final Pattern TAIL = Pattern.compile("^(.+?)\\s*[/,:|]\\s*(?:in )?([^/,:|]+)$");
    private static final Pattern LINE = Pattern.compile(
            "(?:.*[(\\s])?(?:金额)?单位\\s*:\\s*([^\\s)]+)\\s*\\)?|(?:all )?(?:money|amounts|figures)? ?in (.+)");
    private static final Set<String> COUNTED = Set.of(
            "家",
            "个",
            "户",
            "年",
            "代",
            "件",
            "辆",
            "台",
            "颗",
            "套",
            "人",
            "倍",
            "years",
            "firms",
            "pieces",
            "number",
            "个数",
            "generations",
            "yyyy-mm-dd",
            "年月日",
            "年月",
            "是否",
            "是/否",
            "yes/no",
            "y/n",
            "必填",
            "选填",
            "required",
            "optional");

    /** Splits a heading. */
    public static HeadingUnit of(String heading) {
        return of(heading, List.of());
    }

    /**
     * Splits a heading.
     *
     * @param declared the units that a vocabulary declares, which count beside money, shares and scales
     */
    public static HeadingUnit of(String heading, List<Unit> declared) {
        String plain = TextFolding.strip(
                Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("\\s+", " "));
        Matcher brackets = BRACKETS.matcher(plain);
        if (brackets.matches()) {
            String inner = TextFolding.strip(brackets.group(2));
            String rest = TextFolding.strip(brackets.group(1) + brackets.group(3));
            if (isUnit(inner) || declared.stream().anyMatch(unit -> unit.isSign(inner))) {
                return new HeadingUnit(rest, word(inner));
            }
            if (isCounted(inner)) {
                return new HeadingUnit(rest, null);
            }
        }
        Matcher tail = TAIL.matcher(plain);
        if (tail.matches()
                && (isUnit(tail.group(2)) || declared.stream().anyMatch(unit -> unit.isSign(tail.group(2))))) {
            return new HeadingUnit(tail.group(1), word(tail.group(2)));
        }
        return new HeadingUnit(plain, null);
    }

    /** What stands in the brackets of a heading, if that is no word for plain numbers: a unit, or a remark; null if nothing does. */
    public static @Nullable String inBrackets(String heading) {
        Matcher brackets = BRACKETS.matcher(TextFolding.strip(Normalizer.normalize(heading, Normalizer.Form.NFKC)));
        String inner = brackets.matches() ? TextFolding.strip(brackets.group(2)) : "";
        return inner.isEmpty() || isCounted(inner) ? null : inner;
    }

    /** The unit that a line above the headings gives all money: {@code 单位：万元}; null if it gives none. */
    public static @Nullable String ofLine(String line) {
        Matcher matcher = LINE.matcher(TextFolding.strip(Normalizer.normalize(line, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        String unit = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return unit != null && isMoney(word(unit)) ? word(unit) : null;
    }

    private static String word(String text) {
        String unit = TextFolding.strip(text).toLowerCase(Locale.ROOT).replaceFirst("^(单位|in|unit)\\s*:?\\s*", "");
        return unit.equals("percent") || unit.equals("百分比") || unit.equals("pct") ? "%" : unit;
    }

    private static boolean isCounted(String text) {
        return COUNTED.contains(word(text));
    }

    private static boolean isUnit(String text) {
        String unit = word(text);
        return unit.equals("%")
                || unit.equals("月")
                || unit.equals("个月")
                || unit.equals("months")
                || isMoney(unit)
                || isScale(unit);
    }

    /** Whether it only scales, so that what it counts is to be added: {@code 亿}. */
    public static boolean isScale(String unit) {
        return !unit.isBlank()
                && !unit.equals("%")
                && !COUNTED.contains(unit)
                && FigureText.parse("1 " + unit, Unit.NUMBER, null).figure() != null;
    }

    private static boolean isMoney(String unit) {
        for (Unit money : Unit.known()) {
            if (money.isMoney() && FigureText.parse("1 " + unit, money, null).figure() != null) {
                return true;
            }
        }
        return false;
    }
}
