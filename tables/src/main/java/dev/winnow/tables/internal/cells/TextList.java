package dev.winnow.tables.internal.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits lists within a cell at bars, 、, semicolons and line breaks. A backslash before one of them makes it part of
 * the text.
 */
public final class TextList {

    static final String SEPARATORS = "|、;；\n\r｜";

    private TextList() {}

    public static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (SEPARATORS + "\\").indexOf(text.charAt(i + 1)) >= 0) {
                item.append(text.charAt(++i));
            } else if (SEPARATORS.indexOf(c) >= 0) {
                add(item, items);
            } else {
                item.append(c);
            }
        }
        add(item, items);
        return items;
    }

    private static void add(StringBuilder item, List<String> items) {
        String text = TextFolding.strip(item.toString());
        item.setLength(0);
        if (!text.isEmpty()) {
            items.add(text);
        }
    }

    /** Whether a text is a list with bars, such as {@link #join} writes, whose items need no further splitting. */
    public static boolean isExplicit(String text) {
        return text.replace("\\|", "").indexOf('|') >= 0;
    }

    /** Joins items with bars. A bar follows a single item that could be read as several firms. */
    public static String join(List<String> items) {
        List<String> safe = new ArrayList<>();
        for (String item : items) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < item.length(); i++) {
                char c = item.charAt(i);
                if (SEPARATORS.indexOf(c) >= 0 || (c == '\\' && i + 1 < item.length())) {
                    text.append('\\');
                }
                text.append(c);
            }
            safe.add(text.toString());
        }
        return String.join(" | ", safe) + (items.size() == 1 && FirmText.isDoubtful(items.get(0)) ? " |" : "");
    }
}
