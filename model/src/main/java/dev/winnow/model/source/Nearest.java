package dev.winnow.model.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the valid name that a mistyped name probably means. It counts inserted, missing, changed and swapped letters;
 * letter case, hyphens, underscores and spaces are ignored.
 */
public final class Nearest {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int LONGEST = 80;
    private static final int MOST = 20_000;
    private static final int MOST_LETTERS = 3;

    /** Minimum length of a shared part, in Chinese characters and in letters. */
    private static final int LEAST_CHARACTERS = 2;

    private static final int LEAST_LETTERS = 4;
    private static final int FIRST_CHINESE = 0x2E80;

    private Nearest() {}

    /**
     * Returns the nearest valid name other than the name itself, the alphabetically first among equals; null if none is
     * near enough or there are too many to compare.
     */
    public static @Nullable String of(String name, Collection<String> valid) {
        return all(name, valid, MOST_LETTERS).stream()
                .filter(nearest -> !nearest.equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns all names at the smallest distance, in alphabetical order.
     *
     * @param letters maximum number of wrong letters
     */
    public static List<String> all(String name, Collection<String> valid, int letters) {
        String wanted = folded(name);
        TreeSet<String> nearest = new TreeSet<>();
        if (valid.size() > MOST) {
            return List.of();
        }
        int least = wanted.length() <= 2 ? 0 : Math.min(letters, (wanted.length() + 1) / 3);
        for (String candidate : valid) {
            boolean far = Math.abs(candidate.length() - name.length()) > LONGEST / 4
                    || candidate.length() > LONGEST
                    || wanted.length() > LONGEST;
            int distance = far ? Integer.MAX_VALUE : distance(wanted, folded(candidate), least);
            if (distance < least) {
                nearest.clear();
                least = distance;
            }
            if (distance == least) {
                nearest.add(candidate);
            }
        }
        return List.copyOf(nearest);
    }

    /**
     * Returns the nearest name as advice, or the advice to replace a full-width comma between names; null if no valid
     * name is near.
     */
    public static @Nullable Message advice(String name, Collection<String> valid) {
        String nearest = of(name, valid);
        if (nearest == null) {
            return name.indexOf('，') >= 0 ? Message.of("write `,` instead of `，`") : null;
        }
        return Message.of("did you mean `%s`?", nearest);
    }

    /** Returns the nearest name as advice; the other advice if no valid name is near. */
    public static Message advice(String name, Collection<String> valid, Message otherwise) {
        Message nearest = advice(name, valid);
        return nearest == null ? otherwise : nearest;
    }

    /** Returns the nearest of some words as advice; all of them if none is near. */
    public static Message oneOf(String name, Collection<String> words) {
        return advice(name, words, Message.of("it is one of %s", Message.names(words)));
    }

    /**
     * Returns the length of the longest part that two names share: the same words or beginning of a word; in Chinese
     * the same characters anywhere. Returns 0 if it is too short to be significant, such as the common end of {@code
     * performance} and {@code appliance}.
     *
     * @param one a text short enough to be compared with many
     */
    @Internal
    public static int sharedPart(String one, String other) {
        return sharedParts(parted(one), parted(other));
    }

    private static int sharedParts(String left, String right) {
        int longest = 0;
        for (int i = 0; i < Math.min(left.length(), LONGEST); i++) {
            boolean chinese = left.charAt(i) >= FIRST_CHINESE;
            if (!chinese && !beginsWord(left, i)) {
                continue;
            }
            for (int j = 0; j < Math.min(right.length(), LONGEST); j++) {
                if (chinese || beginsWord(right, j)) {
                    int same = same(left, i, right, j);
                    longest = same >= (chinese ? LEAST_CHARACTERS : LEAST_LETTERS) ? Math.max(longest, same) : longest;
                }
            }
        }
        return longest;
    }

    private static boolean beginsWord(String text, int at) {
        return text.charAt(at) != ' '
                && (at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) >= FIRST_CHINESE);
    }

    /**
     * Returns the number of characters that two texts share from two positions, without those of a partial word that is
     * too short.
     */
    private static int same(String left, int i, String right, int j) {
        int same = 0;
        int whole = 0;
        int word = 0;
        while (i + same < left.length()
                && j + same < right.length()
                && left.charAt(i + same) == right.charAt(j + same)) {
            word = left.charAt(i + same) == ' ' ? 0 : word + 1;
            same++;
            boolean ends = ends(left, i + same) && ends(right, j + same);
            whole = ends || word >= LEAST_LETTERS + 1 || left.charAt(i + same - 1) >= FIRST_CHINESE ? same : whole;
        }
        return whole;
    }

    private static boolean ends(String text, int at) {
        return at == text.length() || text.charAt(at) == ' ' || text.charAt(at) >= FIRST_CHINESE;
    }

    /** Returns a name in lower case, its words separated by single blanks. */
    private static String parted(String name) {
        return BETWEEN_WORDS
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Returns the names that share the longest parts with a text; their other parts may differ. Longer shared parts come
     * first.
     *
     * @param most maximum number of names
     */
    @Internal
    public static List<String> sharing(String text, Collection<String> names, int most) {
        if (names.size() > MOST) {
            return List.of();
        }
        String parted = parted(text);
        Map<String, Integer> shared = new TreeMap<>();
        for (String name : names) {
            int part = sharedParts(parted, parted(name));
            if (part > 0) {
                shared.put(name, part);
            }
        }
        return shared.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> name) -> -name.getValue())
                        .thenComparing(name -> name.getKey().length()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter != '-' && letter != '_' && !Character.isWhitespace(letter)) {
                folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** Returns the optimal string alignment distance, or some number above {@code most} if it is larger than that. */
    private static int distance(String left, String right, int most) {
        if (Math.abs(left.length() - right.length()) > most) {
            return most + 1;
        }
        int start = 0;
        while (start < Math.min(left.length(), right.length()) && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        return distance(left.substring(start), right.substring(start));
    }

    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] above = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                row[j] = cost;
            }
            int[] spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[right.length()];
    }
}
