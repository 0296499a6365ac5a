package dev.winnow.tables.internal.cells;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number format of a workbook: sections such as {@code 0.0"亿元";-0.0"亿元";"–"}, selected by value. */
record NumberFormat(List<Section> sections) {

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern COLOUR =
            Pattern.compile("(?i)black|blue|cyan|green|magenta|red|white|yellow|color ?\\d+");
    private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");
    private static final Pattern NEGATIVE = Pattern.compile("[-–−()（）△▲]");
    private static final int GENERAL = 7;
    private static final int TEXT_SECTION = 3;

    /** Kinds of sections, by the part of a number that they display. */
    enum Form {
        /** Only its literal text. */
        LITERAL,
        NUMBER,
        PERCENT,
        DAY,
        MONTH,
        YEAR,
        /** A time, or a day without its year. */
        PART_OF_DAY
    }

    /**
     * @param condition null if the position of the section selects it
     * @param before literal text before the number
     * @param after literal text after the number
     * @param zero whether a zero is displayed as a digit
     * @param text whether the section displays texts
     * @param coloured whether the section has a colour, which may mark negative numbers
     * @param changed whether another number is displayed, such as 12.5 for 125000
     */
    record Section(
            @Nullable Condition condition,
            String before,
            String after,
            Form form,
            boolean zero,
            boolean text,
            boolean coloured,
            boolean changed) {}

    record Condition(String sign, BigDecimal limit) {

        boolean holds(BigDecimal number) {
            int compared = number.compareTo(limit);
            return switch (sign) {
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "=" -> compared == 0;
                default -> compared != 0;
            };
        }
    }

    static NumberFormat of(String code) {
        List<Section> sections = new ArrayList<>();
        Reader reader = new Reader(code);
        do {
            sections.add(reader.section());
        } while (reader.at <= code.length());
        return new NumberFormat(List.copyOf(sections));
    }

    /** The section that displays a number. In a section for negative numbers, the sign is a literal. */
    Section of(BigDecimal number) {
        boolean conditional = sections.stream().anyMatch(section -> section.condition != null);
        if (conditional) {
            Section other = sections.get(0);
            for (Section section : sections.subList(0, Math.min(TEXT_SECTION, sections.size()))) {
                if (section.condition == null) {
                    other = section;
                } else if (section.condition.holds(number)) {
                    return section;
                }
            }
            return other;
        }
        int which = number.signum() < 0 ? 1 : number.signum() == 0 ? 2 : 0;
        if (which >= Math.min(TEXT_SECTION, sections.size())) {
            return sections.get(0);
        }
        Section section = sections.get(which);
        if (which != 1 || (section.form != Form.NUMBER && section.form != Form.PERCENT)) {
            return section;
        }
        boolean marked = section.coloured
                || NEGATIVE.matcher(section.before + section.after).find();
        return new Section(
                null,
                NEGATIVE.matcher(section.before).replaceAll(""),
                NEGATIVE.matcher(section.after).replaceAll(""),
                section.form,
                section.zero,
                section.text,
                section.coloured,
                section.changed || !marked);
    }

    /** The section that displays texts; null if they are displayed as they are. */
    @Nullable
    Section ofTexts() {
        Section last = sections.get(sections.size() - 1);
        return sections.size() > TEXT_SECTION ? sections.get(TEXT_SECTION) : last.text ? last : null;
    }

    /** Reads the sections of a format one after the other. */
    private static final class Reader {

        private final String code;
        private int at;

        private final StringBuilder before = new StringBuilder();
        private final StringBuilder after = new StringBuilder();
        /** Date tokens in lower case. */
        private final StringBuilder dated = new StringBuilder();

        private boolean digits;
        private boolean zero;
        private boolean percent;
        private boolean text;
        private boolean coloured;
        private boolean changed;
        private boolean grouped;
        private int commas;
        private int run;
        private @Nullable Condition condition;

        Reader(String code) {
            this.code = code;
        }

        Section section() {
            before.setLength(0);
            after.setLength(0);
            dated.setLength(0);
            digits = zero = percent = text = coloured = changed = grouped = false;
            commas = run = 0;
            condition = null;
            while (at < code.length() && code.charAt(at) != ';') {
                token(code.charAt(at));
                at++;
            }
            at++;
            boolean bordered = isNumeric(after, 0) || isNumeric(before, before.length() - 1);
            Form form = form();
            return new Section(
                    condition,
                    before.toString(),
                    after.toString(),
                    form,
                    zero,
                    text,
                    coloured,
                    (form == Form.NUMBER || form == Form.PERCENT)
                            && digits
                            && (changed || commas > 0 || bordered || (grouped && run != 3)));
        }

        private static boolean isNumeric(CharSequence text, int index) {
            return text.length() > 0 && "0123456789.,".indexOf(text.charAt(index)) >= 0;
        }

        private Form form() {
            if (dated.length() == 0) {
                return percent ? Form.PERCENT : digits || text ? Form.NUMBER : Form.LITERAL;
            }
            String shown = dated.toString();
            boolean time = shown.contains("h") || shown.contains("s");
            boolean year = shown.matches(".*[yeb].*");
            boolean day = shown.contains("d");
            boolean month = shown.contains("m");
            return !year || (day && !month)
                    ? Form.PART_OF_DAY
                    : day ? Form.DAY : month && !time ? Form.MONTH : month ? Form.PART_OF_DAY : Form.YEAR;
        }

        private void token(char c) {
            switch (c) {
                case '"' -> {
                    int end = code.indexOf('"', at + 1);
                    literal(code.substring(at + 1, end < 0 ? code.length() : end));
                    at = end < 0 ? code.length() : end;
                }
                case '\\', '!' -> {
                    at++;
                    literal(at < code.length() ? code.substring(at, at + 1) : "");
                }
                case '_', '*' -> at++;
                case '[' -> {
                    int end = code.indexOf(']', at);
                    bracket(code.substring(at + 1, end < 0 ? code.length() : end));
                    at = end < 0 ? code.length() : end;
                }
                case '0', '#', '?' -> {
                    inside();
                    digits = true;
                    zero |= c == '0';
                    commas = 0;
                    run++;
                }
                case ',' -> commas += digits && after.length() == 0 ? 1 : 0;
                case '.' -> changed |= commas > 0;
                case '%' -> percent = true;
                case '@' -> text = true;
                default -> other(c);
            }
        }

        private void other(char c) {
            if (code.regionMatches(true, at, "General", 0, GENERAL)) {
                at += GENERAL - 1;
                digits = true;
                zero = true;
            } else if (code.regionMatches(true, at, "AM/PM", 0, 5)) {
                at += 4;
                dated.append('h');
            } else if ((c == 'E' || c == 'e')
                    && digits
                    && at + 1 < code.length()
                    && "+-".indexOf(code.charAt(at + 1)) >= 0) {
                at++;
            } else if ("yYmMdDhHsSeEgGbBaA".indexOf(c) >= 0) {
                dated.append(Character.toLowerCase(c));
            } else {
                literal(String.valueOf(c));
            }
        }

        private void bracket(String within) {
            Matcher limit = CONDITION.matcher(within);
            if (within.startsWith("$")) {
                int dash = within.indexOf('-');
                literal(within.substring(1, dash < 0 ? within.length() : dash));
            } else if (limit.matches()) {
                condition = new Condition(limit.group(1), new BigDecimal(limit.group(2)));
            } else if (ELAPSED.matcher(within).matches()) {
                dated.append(within.toLowerCase(Locale.ROOT).charAt(0)).append('h');
            } else {
                coloured |= COLOUR.matcher(within).matches();
            }
        }

        private void literal(String shown) {
            (digits || text ? after : before).append(shown);
        }

        /** Literal text between digits is a mark of groups or of a fraction, or makes another number. */
        private void inside() {
            if (after.length() > 0) {
                String between = after.toString();
                grouped |= between.equals(",");
                changed |= !between.strip().matches("[,/'’]?");
                run = 0;
                after.setLength(0);
            }
        }
    }
}
