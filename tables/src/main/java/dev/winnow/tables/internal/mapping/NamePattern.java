package dev.winnow.tables.internal.mapping;

/**
 * A pattern for file names: {@code *} matches any characters, {@code ?} a single one. Matching takes time proportional
 * to the product of both lengths at most, for any pattern.
 */
final class NamePattern {

    private NamePattern() {}

    /** Whether a pattern matches a whole name. */
    static boolean matches(String pattern, String name) {
        int at = 0;
        int from = 0;
        int star = -1;
        int retry = 0;
        while (from < name.length()) {
            char wanted = at < pattern.length() ? pattern.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                retry = from;
            } else if (at < pattern.length() && (wanted == '?' || wanted == name.charAt(from))) {
                at++;
                from++;
            } else if (star >= 0) {
                // Only the last star can need more characters: extending an earlier one leaves the same choices for the
                // rest.
                at = star + 1;
                from = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
