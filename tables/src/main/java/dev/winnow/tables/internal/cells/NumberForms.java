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

/** How a workbook displays its numbers: as a date, a percentage or a number, by the style of the cell. */
public final class NumberForms {

    /** Spreadsheets store fifteen significant digits; further digits are rounding errors. */
    private static final MathContext DIGITS = new MathContext(15);

    /** Maximum number of digits before or after the point in a spreadsheet's number. */
    private static final int MOST_DIGITS = 310;

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 110_000;

    /** A literal point, which makes a displayed number look smaller than it is. */
    private static final Pattern SHOWN_POINT = Pattern.compile("[0#?](?:[!\\\\]\\.|\"\\.\")[0#?]");

    /** Invisible parts of a format: spacing, fill, and the marks of literal text. */
    private static final Pattern UNSHOWN = Pattern.compile("_.|\\*.|[\"\\\\!]");

    /**
     * A currency with its locale, {@code [$€-407]}. Other brackets contain colours and conditions, which are not
     * displayed.
     */
    private static final Pattern CURRENCY = Pattern.compile("\\[\\$([^-\\]]*)[^\\]]*\\]");

    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*\\]");

    /** Words for money, in lower case. */
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
     * @param money the currency displayed before a number; empty if there is none
     * @param unit the unit displayed after a number; empty if there is none
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

    /** Formats of a workbook without styles: every number is displayed as a number. */
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

    /** The visible text of a part of a format. */
    private static String shown(String part) {
        String currency = CURRENCY.matcher(part).replaceAll("$1");
        String bare = BRACKETS.matcher(currency).replaceAll("");
        return UNSHOWN.matcher(bare).replaceAll("").strip();
    }

    /** Visible text before the first and after the last digit of a format; empty if it has no digits. */
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

    /** Whether a style exists. A cell may have no style, or name the first one in a workbook without styles. */
    boolean knows(int style) {
        return style <= 0 || style < byStyle.size();
    }

    /** Whether a style displays a different number from the one in the cell. */
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

    /** The number of a cell as text. */
    String text(String number, int style) {
        Style shown = style >= 0 && style < byStyle.size() ? byStyle.get(style) : PLAIN;
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.strip()).round(DIGITS);
        } catch (NumberFormatException e) {
            return number;
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > MOST_DIGITS) {
            return number; // Written out it would fill the memory; spreadsheets have no such numbers.
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

    /** The day of a serial number; null if it is outside the accepted years. */
    @Nullable
    String day(BigDecimal number) {
        int days = number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0 ? 0 : number.intValue();
        return days < 1 ? null : zero.plusDays(days).toString();
    }

    /** The day of a serial number in the 1900 date system; null if it is outside the accepted years. */
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
