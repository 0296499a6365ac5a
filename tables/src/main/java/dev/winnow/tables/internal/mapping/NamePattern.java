package dev.winnow.tables.internal.mapping;

/**
 * A pattern for the names of files: {@code *} stands for any characters, {@code ?} for one. Matching takes time in proportion to the
 * lengths of both, whatever the pattern.
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
                // Only the last star needs to take more: whatever an earlier one took, the rest has the same choices.
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
