package dev.winnow.model.source;

import java.util.regex.Pattern;

/** Writes texts so that YAML reads them as texts: plain where that is safe, otherwise in double quotes. */
public final class YamlText {

    /** Letters, digits and characters without a meaning in YAML. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d][\\p{L}\\d §%.,/()+_·（）、。，％-]*");

    private static final Pattern WORD = Pattern.compile("(?i)yes|no|on|off|y|n|null|~|unknown|未知");
    private static final int LONGEST = 400;

    private YamlText() {}

    public static String of(String text) {
        boolean plain = text.length() <= LONGEST
                && PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && !text.contains("  ")
                && !WORD.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    /** A text inside {@code [ ]}, where a comma ends an item. */
    public static String item(String text) {
        return text.contains(",") ? quoted(text) : of(text);
    }

    /** A text in double quotes. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
