package dev.winnow.tables.internal.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the firms that a cell names: {@code Softbank, OpenAI} are two, {@code Foo, Inc.} is one. */
public final class FirmText {

    private static final String SEPARATORS = TextList.SEPARATORS + ",，/／";

    private static final String FORM =
            "(?:co|corp|inc|ltd|llc|llp|lp|plc|limited|incorporated|corporation|company|gmbh|ag|se"
                    + "|kg|kgaa|ohg|mbh|sa|sas|sarl|srl|spa|sl|slu|bv|nv|ab|as|asa|oy|oyj|kk|pte|pty|pvt|private|bhd|sdn|jsc|ojsc"
                    + "|pjsc|cv|de)";

    /** A legal form alone, which belongs to the name before the comma. */
    private static final Pattern LEGAL = Pattern.compile("(?i)" + FORM + "(?:[\\s.&+]+" + FORM + ")*");

    /** The government of a ministry or agency, written after its name. */
    private static final Pattern GOVERNMENT = Pattern.compile("(?i)(?:govt\\.?|government) of\\s.+");

    private static final Pattern ENDS_IN_LEGAL = Pattern.compile("(?i).*[\\s,.]" + FORM + "[\\s.]*");

    /** Danish and Brazilian legal forms with a slash. */
    private static final Pattern SLASHED = Pattern.compile("(?i).*(?:^|\\s)[aikps]/[sa](?:[\\s.].*)?");

    private static final Pattern AND = Pattern.compile("\\s+(?:and|与|和|及|以及|AND|And)\\s+");

    /** Two Chinese firms; within a name, 与 and 和 are common. */
    private static final Pattern CHINESE_AND =
            Pattern.compile("(?<=公司|集团|股份|控股|资本|基金|银行|大学|研究院|研究所|科技|投资|创投|国投|城投)(?:以及|与|和|及)(?=\\p{IsHan}{2})");

    private static final Pattern AMPERSAND = Pattern.compile("\\s*[&＆+＋]\\s*");

    private FirmText() {}

    /** Splits a text at separators outside parentheses, keeping legal forms with their names. */
    public static List<String> split(String text) {
        List<String> firms = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += "(（".indexOf(c) >= 0 ? 1 : ")）".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
            if (i < text.length() && (depth > 0 || SEPARATORS.indexOf(c) < 0 || isWithinName(text, i))) {
                continue;
            }
            String part = TextFolding.strip(text.substring(start, i).replaceAll("\\\\(.)", "$1"));
            if (!firms.isEmpty() && isLegalForm(part)) {
                int last = firms.size() - 1;
                firms.set(last, firms.get(last) + text.substring(start - 1, i).stripTrailing());
            } else if (!part.isEmpty()) {
                firms.add(part);
            }
            start = i + 1;
        }
        return firms;
    }

    /** Whether a part belongs to the name before the separator. */
    private static boolean isLegalForm(String part) {
        return GOVERNMENT.matcher(part).matches()
                || LEGAL.matcher(part.replaceAll("(?<=\\b\\w)\\.(?=\\w\\b)|\\.$", ""))
                        .matches();
    }

    /** Whether a separator is escaped, groups digits or is part of a legal form. */
    private static boolean isWithinName(String item, int at) {
        if (at > 0 && item.charAt(at - 1) == '\\') {
            return true;
        }
        boolean between = at > 0 && at + 1 < item.length();
        return item.charAt(at) == '/'
                ? between && SLASHED.matcher(item.substring(0, at + 2)).matches()
                : between && Character.isDigit(item.charAt(at - 1)) && Character.isDigit(item.charAt(at + 1));
    }

    /**
     * The firms joined by a word such as {@code and}, which can also be part of a name.
     *
     * @param known whether a name is that of a known firm
     * @return the parts; only the text itself if it names one firm
     */
    public static List<String> joined(String text, Predicate<String> known) {
        for (Pattern pattern : List.of(AND, CHINESE_AND, AMPERSAND)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find() && matcher.start() > 0 && matcher.end() < text.length()) {
                List<String> parts = List.of(pattern.split(text));
                boolean legal = ENDS_IN_LEGAL.matcher(parts.get(0)).matches();
                boolean several = pattern.equals(AMPERSAND)
                        ? (legal || parts.stream().anyMatch(known)) && !isLegalForm(parts.get(1))
                        : legal || !ENDS_IN_LEGAL.matcher(text).matches();
                if (several) {
                    return parts;
                }
            }
        }
        return List.of(text);
    }

    /** Whether a text may name several firms. */
    static boolean isDoubtful(String text) {
        return split(text).size() > 1 || joined(text, any -> true).size() > 1;
    }
}
