package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.ScaleWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** How a workbook shows its numbers: a day, a share in percent or just a number, by the style of the cell. */
public final class NumberForms {

    /** A spreadsheet keeps fifteen digits; further digits are rounding errors. */
    private static final MathContext DIGITS = new MathContext(15);

    /** The digits before or behind the point of the largest and the smallest number of a spreadsheet. */
    private static final int MOST_DIGITS = 310;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 110_000;

    /** A point that is only shown, so that a number seems to be a part of what it is. */
    private static final Pattern SHOWN_POINT = Pattern.compile("[0#?](?:[!\\\\]\\.|\"\\.\")[0#?]");

    /** What is not shown: blanks as wide as a sign, fillings, and the marks before what is shown as it is. */
    private static final Pattern UNSHOWN = Pattern.compile("_.|\\*.|[\"\\\\!]");

    /** A currency with its place, {@code [$€-407]}; other brackets hold colours and conditions, which are not shown. */
    private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^-\\]]*)[^\\]]*\\]");

    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

    /** Words for money, in small letters. */
    private static final Set<String> MONEY = Set.copyOf(ScaleWords.money());

    private static final Pattern UNIT = Pattern.compile(
            "(?i)(?:[亿万]?元|[亿万]|%|(?:mn|bn|million|billion)? ?(?:yuan|rmb|cny|usd|eur|inr)|mn|bn|crore|cr|lakh)");

    private enum Form {
        NUMBER,
        PERCENT,
        DATE,
        SCALED
    }

    /**
     * @param money what is shown in front of a number, if that is a currency; empty if none is
     * @param unit what is shown behind a number, if that is a unit; empty if none is
     */
    private record Style(Form form, String money, String unit) {

        Style(Form form) {
            this(form, "", "");
        }
    }

    private static final Style PLAIN = new Style(Form.NUMBER);

    private final List<Style> byStyle;
    private final LocalDate zero;

    private NumberForms(List<Style> byStyle, boolean since1904) {
        this.byStyle = byStyle;
        this.zero = since1904 ? DAY_ZERO_1904 : DAY_ZERO;
    }

    /** No styles at all: every number is one. */
    static NumberForms plain(boolean since1904) {
        return new NumberForms(List.of(), since1904);
    }

    static NumberForms read(Xml xml, boolean since1904) throws XMLStreamException {
        Map<Integer, Style> own = new HashMap<>();
        List<Style> byStyle = new ArrayList<>();
        boolean cells = false;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "numFmt" -> own.put(number(xml, "numFmtId"), style(xml.attribute("formatCode")));
                case "cellXfs" -> cells = true;
                case "cellStyles", "dxfs", "tableStyles" -> cells = false;
                case "xf" -> {
                    if (cells) {
                        int id = number(xml, "numFmtId");
                        byStyle.add(own.getOrDefault(id, new Style(builtIn(id))));
                    }
                }
                default -> {}
            }
        }
        return new NumberForms(byStyle, since1904);
    }

    private static int number(Xml xml, String attribute) {
        try {
            return Integer.parseInt(xml.attribute(attribute));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Form builtIn(int id) {
        if (id == 9 || id == 10) {
            return Form.PERCENT;
        }
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
                ? Form.DATE
                : Form.NUMBER;
    }

    private static Style style(String code) {
        String first = code.split(";", 2)[0];
        Form form = form(code);
        if (form != Form.NUMBER) {
            return new Style(form);
        }
        Digits digits = Digits.of(first);
        boolean scaled =
                digits.behind.startsWith(",") || SHOWN_POINT.matcher(first).find();
        String money = shown(digits.before);
        String unit = shown(digits.behind);
        return new Style(
                scaled ? Form.SCALED : Form.NUMBER,
                isMoney(money) ? money : "",
                UNIT.matcher(unit).matches() || isMoney(unit) ? unit : "");
    }

    private static boolean isMoney(String shown) {
        return MONEY.contains(Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    /** What part of a format shows of itself. */
    private static String shown(String part) {
        String currency = CURRENCY.matcher(part).replaceAll("$1");
        String bare = BRACKETS.matcher(currency).replaceAll("");
        return UNSHOWN.matcher(bare).replaceAll("").strip();
    }

    /** What a format shows before its first digit and behind the last one; empty texts if it shows no digit. */
    private record Digits(String before, String behind) {

        static Digits of(String code) {
            int first = -1;
            int last = code.length();
            boolean quoted = false;
            boolean bracket = false;
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                quoted ^= c == '"';
                bracket = !quoted && (c == '[' || (bracket && c != ']'));
                if (c == '\\' || c == '!') {
                    i++;
                } else if (!quoted && !bracket && (c == '0' || c == '#' || c == '?')) {
                    first = first < 0 ? i : first;
                    last = i + 1;
                }
            }
            return new Digits(first < 0 ? "" : code.substring(0, first), code.substring(last));
        }
    }

    /** Whether it says how a number is shown; a cell may lack a style, or name the first where there are none. */
    boolean knows(int style) {
        return style <= 0 || style < byStyle.size();
    }

    /** Whether a style shows another number than the cell holds. */
    boolean isScaled(int style) {
        return style >= 0 && style < byStyle.size() && byStyle.get(style).form == Form.SCALED;
    }

    private static Form form(String code) {
        String bare =
                code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.", "").toLowerCase(Locale.ROOT);
        if (bare.contains("%")) {
            return Form.PERCENT;
        }
        return bare.matches("(?s).*[ymdhs].*") && !bare.contains("general") ? Form.DATE : Form.NUMBER;
    }

    /** A number of a cell as its text. */
    String text(String number, int style) {
        Style shown = style >= 0 && style < byStyle.size() ? byStyle.get(style) : PLAIN;
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.strip()).round(DIGITS);
        } catch (NumberFormatException e) {
            return number;
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > MOST_DIGITS) {
            return number; // written out it would fill the memory; no spreadsheet holds such a number
        }
        return switch (shown.form) {
            case PERCENT -> plain(exact.movePointRight(2)) + " %";
            case DATE -> {
                String day = day(exact);
                yield day == null ? plain(exact) : day;
            }
            case NUMBER, SCALED ->
                shown.money
                        + plain(exact)
                        + (shown.unit.isEmpty() || shown.unit.charAt(0) >= 128 ? "" : " ")
                        + shown.unit;
        };
    }

    /** The day with a serial number; null if it is outside the years that are accepted. */
    @Nullable
    String day(BigDecimal number) {
        int days = number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0 ? 0 : number.intValue();
        return days < 1 ? null : zero.plusDays(days).toString();
    }

    /** The day with a serial number in the usual date system; null if it is outside the years that are accepted. */
    public static @Nullable String usualDay(String number) {
        try {
            return plain(false).day(new BigDecimal(number));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
