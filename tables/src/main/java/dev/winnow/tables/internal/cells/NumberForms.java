package dev.winnow.tables.internal.cells;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int SERIAL_60 = 60;

    private static final NumberFormat GENERAL = NumberFormat.of("General");

    /** A value as displayed in its cell. */
    record Shown(String text, CellKind kind) {

        static Shown plain(String text) {
            return new Shown(text, CellKind.PLAIN);
        }
    }

    private static final Style PLAIN = new Style(GENERAL, false, false);

    /**
     * @param struck whether the font is struck through
     * @param raised whether the font is raised or lowered
     */
    private record Style(NumberFormat format, boolean struck, boolean raised) {}

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
        Map<Integer, NumberFormat> own = new HashMap<>();
        List<boolean[]> fonts = new ArrayList<>();
        List<Style> byStyle = new ArrayList<>();
        String within = "";
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "fonts", "cellXfs", "cellStyles", "cellStyleXfs", "fills", "dxfs", "tableStyles" ->
                    within = xml.name();
                case "numFmt" -> own.putIfAbsent(number(xml, "numFmtId"), NumberFormat.of(xml.attribute("formatCode")));
                case "font" -> fonts.add(new boolean[2]);
                case "strike" -> mark(fonts, within, 0, xml.isOn());
                case "vertAlign" -> mark(fonts, within, 1, xml.isRaised());
                case "xf" -> {
                    if (within.equals("cellXfs")) {
                        int id = number(xml, "numFmtId");
                        int font = number(xml, "fontId");
                        boolean[] marks = font < fonts.size() && font >= 0 ? fonts.get(font) : new boolean[2];
                        NumberFormat format = own.get(id);
                        byStyle.add(new Style(format == null ? builtIn(id) : format, marks[0], marks[1]));
                    }
                }
                default -> {}
            }
        }
        return new NumberForms(byStyle, since1904);
    }

    private static void mark(List<boolean[]> fonts, String within, int which, boolean on) {
        if (within.equals("fonts") && !fonts.isEmpty()) {
            fonts.get(fonts.size() - 1)[which] = on;
        }
    }

    private static int number(Xml xml, String attribute) {
        try {
            return Integer.parseInt(xml.attribute(attribute));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static NumberFormat builtIn(int id) {
        return NumberFormat.of(
                switch (id) {
                    case 9, 10 -> "0%";
                    case 16 -> "d-mmm";
                    case 17 -> "mmm-yy";
                    case 18, 19, 20, 21, 45, 46, 47 -> "h:mm";
                    case 14, 15, 22 -> "yyyy-mm-dd";
                    case 41, 42, 43, 44 -> "0;-0;\"-\";@";
                    default -> (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "yyyy-mm-dd" : "General";
                });
    }

    private Style style(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : PLAIN;
    }

    /** Whether the font of a style is struck through. */
    boolean isStruck(int style) {
        return style(style).struck;
    }

    /** Whether the font of a style is raised or lowered. */
    boolean isRaised(int style) {
        return style(style).raised;
    }

    /** Whether a style exists. A cell may have no style, or name the first one in a workbook without styles. */
    boolean knows(int style) {
        return style <= 0 || style < byStyle.size();
    }

    /** A text as displayed by a style. */
    Shown text(String text, int style) {
        NumberFormat.Section section = style(style).format.ofTexts();
        return section == null || text.isEmpty()
                ? Shown.plain(text)
                : section.text()
                        ? Shown.plain(section.before() + text + section.after())
                        : literal(section.before(), text);
    }

    /** The literal text that is displayed in place of a value; the value itself as hidden if there is none. */
    private static Shown literal(String shown, String value) {
        return shown.isBlank() ? new Shown(value, CellKind.UNSHOWN) : Shown.plain(shown.strip());
    }

    /** A number as displayed by a style, with all its digits. */
    Shown number(String number, int style) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(number.strip()).round(DIGITS);
        } catch (NumberFormatException e) {
            return Shown.plain(number);
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > MOST_DIGITS) {
            return Shown.plain(number); // Written out it would fill the memory; spreadsheets have no such numbers.
        }
        NumberFormat.Section section = style(style).format.of(exact);
        String day = day(exact);
        return switch (section.form()) {
            case LITERAL -> literal(section.before(), plain(exact));
            case DAY, MONTH, YEAR ->
                day == null
                        ? new Shown(plain(exact), CellKind.SCALED)
                        : Shown.plain(day.substring(
                                0,
                                section.form() == NumberFormat.Form.DAY
                                        ? 10
                                        : section.form() == NumberFormat.Form.MONTH ? 7 : 4));
            case PART_OF_DAY -> new Shown(day == null ? plain(exact) : day, CellKind.SCALED);
            case NUMBER, PERCENT -> {
                if (exact.signum() == 0 && !section.zero() && !section.text()) {
                    yield literal(section.before() + section.after(), plain(exact));
                }
                if (section.changed()) {
                    yield new Shown(plain(exact), CellKind.SCALED);
                }
                boolean percent = section.form() == NumberFormat.Form.PERCENT;
                String digits = percent ? plain(exact.movePointRight(2)) + " %" : plain(exact);
                String after = section.after().strip();
                boolean parted = !after.isEmpty()
                        && (Character.isAlphabetic(after.charAt(0)) || after.charAt(0) == '%')
                        && after.charAt(0) < 128;
                yield Shown.plain((section.before().stripLeading() + digits + (parted ? " " : "") + after).strip());
            }
        };
    }

    /** The day of a serial number; null if it is outside the accepted years. */
    @Nullable
    String day(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return null;
        }
        int days = number.intValue();
        if (zero.equals(DAY_ZERO_1904)) {
            return zero.plusDays(days).toString();
        }
        // Serial 60 is 29 February 1900, which did not exist; the days before it count one less.
        LocalDate day = zero.plusDays(days < SERIAL_60 ? days + 1L : days);
        return days < 1 || days == SERIAL_60 ? null : day.toString();
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
